import { useEffect } from "react";

import { paths } from "#app/paths.ts";

/** Tells the server, once the page is shown, that a pupil has opened this offer. Without JavaScript nothing is told. */
export function useToldView(offerId: string, isPupil: boolean): void {
  useEffect(() => {
    if (isPupil) navigator.sendBeacon(paths.viewedOffer(offerId));
  }, [offerId, isPupil]);
}
