import { frenchNumber } from "#app/kernel/french-number.ts";
import * as L from "leaflet";

import type { MapCluster, OfferMap } from "#app/domain/search/offer-map.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { nameOf } from "./map-clusters.ts";

interface MarkerEvents {
  onChoose(cluster: MapCluster): void;
  onPoint(cluster: MapCluster | null): void;
}

export interface Markers {
  byKey: Map<string, { marker: L.Marker; cluster: MapCluster }>;
  /** The marker that stands for a point, when one does. */
  nearest(point: GeoPoint): MapCluster | null;
  light(point: GeoPoint | null): void;
}

const keyOf = ({ latitude, longitude, count }: MapCluster) => `${latitude} ${longitude} ${count}`;
/** Farther from a point, a marker stands for others. */
const REACH_PX = 120;
const LIT = "map-marker--lit";

/** One marker a cluster; those that were there before stay, and with them the focus. */
export function drawMarkers(
  map: L.Map,
  before: Markers | null,
  { clusters, towns }: { clusters: readonly MapCluster[]; towns: OfferMap["towns"] },
  events: MarkerEvents,
): Markers {
  const byKey: Markers["byKey"] = new Map();
  for (const cluster of clusters) {
    const key = keyOf(cluster);
    byKey.set(key, before?.byKey.get(key) ?? { marker: addMarker(map, cluster, events), cluster });
    byKey.get(key)?.marker.getElement()?.setAttribute("aria-label", nameOf(cluster, towns));
  }
  for (const [key, { marker }] of before?.byKey ?? []) {
    if (byKey.has(key)) continue;
    if (marker.getElement() === document.activeElement) map.getContainer().focus({ preventScroll: true });
    marker.remove();
  }
  const closest = ({ latitude, longitude }: GeoPoint) => {
    const from = map.latLngToLayerPoint([latitude, longitude]);
    const measured = [...byKey.values()].map((one) => ({
      ...one,
      px: map.latLngToLayerPoint(one.marker.getLatLng()).distanceTo(from),
    }));
    const [first] = measured.sort((a, b) => a.px - b.px);
    return first && first.px <= REACH_PX ? first : null;
  };
  return {
    byKey,
    nearest: (point) => closest(point)?.cluster ?? null,
    light: (point) => {
      const lit = point ? closest(point)?.marker : null;
      for (const { marker } of byKey.values()) marker.getElement()?.classList.toggle(LIT, marker === lit);
      for (const { marker } of byKey.values()) marker.setZIndexOffset(marker === lit ? 1000 : 0);
    },
  };
}

function addMarker(map: L.Map, cluster: MapCluster, { onChoose, onPoint }: MarkerEvents): L.Marker {
  const { latitude, longitude, count, offer } = cluster;
  const size = offer ? 30 : count < 10 ? 36 : count < 100 ? 42 : 50;
  const text = document.createElement("span");
  text.textContent = offer ? "" : frenchNumber(count);
  const icon = L.divIcon({
    className: `map-marker${offer ? " map-marker--alone" : ""}`,
    html: text,
    iconSize: [size, size],
  });
  const marker = L.marker([latitude, longitude], { icon, riseOnHover: true }).addTo(map);
  const element = marker.getElement();
  marker.on("click", () => onChoose(cluster));
  marker.on("mouseover", () => onPoint(cluster)).on("mouseout", () => onPoint(null));
  element?.addEventListener("focus", () => onPoint(cluster));
  element?.addEventListener("blur", () => onPoint(null));
  element?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(cluster);
  });
  return marker;
}
