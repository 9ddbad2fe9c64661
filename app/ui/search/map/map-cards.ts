import type { MapCluster } from "#app/domain/search/offer-map.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";

export type Points = Record<string, [latitude: number, longitude: number]>;

const CARDS = ".offer-card";
const OFFER_LINK = /^\/offres\/([0-9a-f-]{36})/;

function offerIdOf(card: Element): string | null {
  const path = card.querySelector("a[href]")?.getAttribute("href") ?? "";
  return OFFER_LINK.exec(path)?.[1] ?? null;
}

/** Tells the point of the offer whose card the pointer or the focus is on; null once it has left. */
export function followCards(points: () => Points, onPoint: (point: GeoPoint | null) => void): () => void {
  const entered = ({ target }: Event) => {
    const card = target instanceof Element ? target.closest(CARDS) : null;
    const [latitude, longitude] = (card && points()[offerIdOf(card) ?? ""]) ?? [];
    onPoint(latitude === undefined || longitude === undefined ? null : { latitude, longitude });
  };
  const main = document.querySelector("main");
  main?.addEventListener("pointerover", entered);
  main?.addEventListener("focusin", entered);
  return () => {
    main?.removeEventListener("pointerover", entered);
    main?.removeEventListener("focusin", entered);
  };
}

/** Lights the cards of the offers that a marker stands for. */
export function lightCards(
  points: Points,
  cluster: MapCluster | null,
  clusterOf: (point: GeoPoint) => MapCluster | null,
): void {
  for (const card of document.querySelectorAll(CARDS)) {
    const [latitude, longitude] = points[offerIdOf(card) ?? ""] ?? [];
    const lit =
      cluster !== null &&
      latitude !== undefined &&
      longitude !== undefined &&
      clusterOf({ latitude, longitude }) === cluster;
    card.toggleAttribute("data-lit", lit);
  }
}
