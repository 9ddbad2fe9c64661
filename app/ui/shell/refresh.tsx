import { useMatches, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** A page whose loader gives `refreshSeconds` is read again after as long, also by a browser that runs no script. */
export function RefreshWithoutScript() {
  const seconds = useMatches()
    .map(({ data }) => secondsOf(data))
    .find((given) => given !== null);
  return seconds ? (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  ) : null;
}

function secondsOf(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("refreshSeconds" in data)) return null;
  return typeof data.refreshSeconds === "number" ? data.refreshSeconds : null;
}

/** The same where scripts run: the data alone are read again, the reader keeps their place. */
export function useRefresh(seconds: number | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (seconds === null) return;
    const timer = setInterval(revalidate, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, revalidate]);
}
