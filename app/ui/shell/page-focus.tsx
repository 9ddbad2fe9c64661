import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** After a client-side navigation, puts the focus where a full load would have put the reader: at the content. */
export function usePageFocus(): void {
  const { pathname } = useLocation();
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) return;
    previous.current = pathname;
    document.getElementById("contenu")?.focus({ preventScroll: true });
  }, [pathname]);
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
