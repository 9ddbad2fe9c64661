import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/** What a pupil without address signs in with: large enough to be copied by hand, and by a press where a script can. */
export function SignInName({ name }: { name: string }) {
  const isPossible = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  );
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(name);
      setOutcome("copied");
    } catch {
      // The browser refuses: the name stays there to be read.
      setOutcome("refused");
    }
  }
  return (
    <section aria-labelledby="identifiant">
      <h2 id="identifiant">Votre identifiant</h2>
      <p className="sign-in-name">
        <code>{name}</code>
      </p>
      <p>
        Pour vous connecter, écrivez-le à la place de l’adresse électronique. Notez-le, ou imprimez cette page
        et gardez-la.
      </p>
      {isPossible && outcome !== "refused" ? (
        <p>
          <button className="fr-btn fr-btn--secondary" type="button" onClick={() => void copy()}>
            Copier mon identifiant
          </button>{" "}
          <span role="status">{outcome === "copied" ? "C’est copié." : ""}</span>
        </p>
      ) : null}
    </section>
  );
}
