import { useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useShellData } from "./shell-data.ts";

/** How long before its end a session says so: time to read the sentence and press its button. */
const WARNED_SECONDS = 5 * 60;

/** Without JavaScript too: until when one may stay idle. */
export function SessionLimit({ hour }: { hour: string }) {
  return (
    <p className="site-footer__text">
      Votre session se ferme à {hour} si vous n’ouvrez ni n’envoyez aucune page.
    </p>
  );
}

/** Says before the session ends that it will, with a button that keeps it open, then that it has. */
export function SessionEnd() {
  const session = useShellData().viewer?.session;
  return (
    <div className="session-end" role="status">
      {session ? <Countdown key={session.endsAt} {...session} /> : null}
    </div>
  );
}

/** Counted from the delay that the server gave: clocks of shared machines are often wrong. */
function Countdown({ hour, secondsLeft }: { hour: string; secondsLeft: number }) {
  const [phase, setPhase] = useState<"open" | "ending" | "ended">("open");
  const revalidator = useRevalidator();
  useEffect(() => {
    const at = (seconds: number, next: typeof phase) =>
      window.setTimeout(() => setPhase(next), Math.max(0, seconds) * 1000);
    const timers = [at(secondsLeft - WARNED_SECONDS, "ending"), at(secondsLeft, "ended")];
    return () => timers.forEach((timer) => window.clearTimeout(timer));
  }, [secondsLeft]);
  if (phase === "open") return null;
  return phase === "ending" ? (
    <p className="session-end__text">
      Votre session se ferme à {hour}.{" "}
      <button className="fr-btn fr-btn--sm" type="button" onClick={() => revalidator.revalidate()}>
        Garder ma session ouverte
      </button>
    </p>
  ) : (
    <p className="session-end__text">
      Votre session est terminée. Ce que vous remplissez reste affiché&nbsp;: à l’envoi, le service vous
      demandera de vous reconnecter, puis vous le rendra.
    </p>
  );
}
