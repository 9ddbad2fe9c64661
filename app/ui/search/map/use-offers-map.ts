import { useEffect, useRef, useState, type RefObject } from "react";

import { mapParameters, type MapQuery } from "#app/domain/search/map-query.ts";
import type { MapCluster, MapOffer, OfferMap } from "#app/domain/search/offer-map.ts";
import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { followCards, lightCards, type Points } from "./map-cards.ts";
import type { MapFrame, MapTiles, OpenMap } from "./map-leaflet.ts";

/** What the page tells the map. */
export interface MapStart {
  center: GeoPoint | null;
  radiusKm: number;
  /** Those searched for, which may not be those typed. */
  words: string | null;
  /** Where the offers of the page's list lie. */
  points: Points;
  tiles: MapTiles | null;
  /** What holds the whole search: what the map opens on. */
  box: GeoBox;
  clusters: MapCluster[];
  towns: OfferMap["towns"];
}

interface MapState {
  status: "loading" | "ready" | "failed";
  /** Offers on the part shown. */
  count: number | null;
  /** What the reader has moved the map to. */
  moved: MapFrame | null;
  /** The offers of one point; null while they are asked for. */
  popup: { content: HTMLElement; offers: MapOffer[] | null; count: number } | null;
}

const CLOSED: MapState = { status: "loading", count: null, moved: null, popup: null };

async function ask<Answer>(search: string, query: Partial<MapQuery>, signal: AbortSignal): Promise<Answer> {
  const parameters = mapParameters(new URLSearchParams(search), query);
  const response = await fetch(paths.offersMap(parameters), { signal });
  if (!response.ok) throw new Error(`The map was answered ${response.status}`);
  return (await response.json()) as Answer;
}

/** Opens the map in `frame` once the page runs, keeps it on the search, and says what to show around it. */
export function useOffersMap(frame: RefObject<HTMLDivElement | null>, search: string, start: MapStart) {
  const [state, setState] = useState<MapState>(CLOSED);
  const map = useRef<OpenMap | null>(null);
  const latest = useRef({ search, start });
  useEffect(() => {
    latest.current = { search, start };
  });

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let closed = false;
    let pending = new AbortController();
    let asked = new AbortController();
    const change = (part: Partial<MapState>) => setState((before) => ({ ...before, ...part }));
    const failed = (error: unknown) => {
      if (!(error instanceof DOMException && error.name === "AbortError")) change({ status: "failed" });
    };
    const onRest = (shown: MapFrame, byReader: boolean) => {
      pending.abort();
      pending = new AbortController();
      if (byReader) change({ moved: shown });
      ask<OfferMap>(latest.current.search, shown, pending.signal)
        .then((drawn) => {
          map.current?.draw(drawn);
          change({ status: "ready", count: drawn.count });
        })
        .catch(failed);
    };
    const onOpen = (cluster: MapCluster, content: HTMLElement) => {
      const { offer, latitude, longitude, count } = cluster;
      change({ popup: { content, offers: offer ? [offer] : null, count } });
      if (offer) return;
      const point = { latitude, longitude };
      asked = new AbortController();
      ask<{ count: number; offers: MapOffer[] }>(latest.current.search, { point }, asked.signal)
        .then((found) => change({ popup: { content, ...found } }))
        .catch(failed);
    };
    const onClose = () => {
      asked.abort();
      change({ popup: null });
    };
    const onPoint = (cluster: MapCluster | null) =>
      lightCards(latest.current.start.points, cluster, (point) => map.current?.clusterOf(point) ?? null);
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    import("./map-leaflet.ts")
      .then(({ openMap }) => {
        if (closed) return;
        const { start } = latest.current;
        const { tiles } = start;
        map.current = openMap(element, { start, tiles, calm, onRest, onOpen, onClose, onPoint });
      })
      .catch(failed);
    const unfollow = followCards(
      () => latest.current.start.points,
      (point) => map.current?.light(point),
    );
    return () => {
      closed = true;
      pending.abort();
      asked.abort();
      unfollow();
      map.current?.remove();
      map.current = null;
    };
  }, [frame]);

  useEffect(() => {
    setState((before) => ({ ...before, moved: null }));
    map.current?.showSearch(latest.current.start);
  }, [search]);

  return { ...state, map };
}
