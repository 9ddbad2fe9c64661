import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * After a client-side navigation, puts the focus where a full load would have put the reader: at the content. A page that
 * only changes its query keeps the focus, unless what held it is gone, or the address names a part of it, as further pages do:
 * a new search then leads to its error or to its results.
 */
export function usePageFocus(): void {
  const { pathname, search, hash } = useLocation();
  const previous = useRef({ pathname, search });
  useEffect(() => {
    const before = previous.current;
    previous.current = { pathname, search };
    const samePage = before.pathname === pathname;
    if (samePage && before.search === search) return;
    const named = samePage && hash ? document.getElementById(hash.slice(1)) : null;
    if (samePage && !named && document.activeElement !== document.body) return;
    const target =
      named ??
      (samePage ? document.querySelector<HTMLElement>("main [aria-invalid=true], #resultats") : null) ??
      document.getElementById("contenu");
    target?.focus({ preventScroll: true });
  }, [pathname, search, hash]);
}

/** A thin bar while the next page loads; said once to screen readers when it takes long. */
export function LoadingBar() {
  const busy = useNavigation().state !== "idle";
  return (
    <div className={busy ? "loading-bar loading-bar--busy" : "loading-bar"} role="status">
      <span className="fr-sr-only">{busy ? "Chargement en cours" : ""}</span>
    </div>
  );
}
