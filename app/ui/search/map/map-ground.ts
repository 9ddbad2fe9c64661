import * as L from "leaflet";

import type { OfferMap } from "#app/domain/search/offer-map.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { OUTLINES } from "./map-outlines.ts";

/** Under the circle of the search, whenever that is drawn. */
const GROUND = "ground";

/** Outlines kept with the service: no other server learns what is looked for. */
export function drawLand(map: L.Map): void {
  map.createPane(GROUND);
  const attribution = "Contours\u00a0: Natural Earth";
  const draw = (rings: [number, number][][], className: string) =>
    L.polygon(
      rings.map((ring) => [ring]),
      { className, interactive: false, smoothFactor: 0.5, attribution, pane: GROUND },
    ).addTo(map);
  draw(OUTLINES.neighbours, "map-land");
  draw(OUTLINES.france, "map-land map-land--france");
}

const MOST_LABELS = 24;
const LETTER_PX = 6.5;
const LINE_PX = 16;
/** Half of a marker. */
const MARKER_PX = 24;
/** From a town's point to the top of its name: under it, under a marker that hides it, above. */
const OFFSETS_PX = [4, 14, MARKER_PX, MARKER_PX + 8, -MARKER_PX - LINE_PX];
/** A town this near a larger one that is named would be taken for it. */
const SUBURB_PX = 32;

interface Spot {
  x: number;
  y: number;
}
interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const ZOOM_BUTTONS: Box = { left: 0, right: 52, top: 0, bottom: 92 };

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names of the largest towns, as many as stand apart from each other and from the markers. */
export function townLabels(
  towns: OfferMap["towns"],
  markers: readonly GeoPoint[],
  spotOf: (point: GeoPoint) => Spot,
  width: number,
): L.LayerGroup {
  const around = ({ x, y }: Spot): Box => ({
    left: x - MARKER_PX,
    right: x + MARKER_PX,
    top: y - MARKER_PX + 4,
    bottom: y + MARKER_PX - 4,
  });
  const taken = [ZOOM_BUTTONS, ...markers.map((marker) => around(spotOf(marker)))];
  const isFree = (box: Box) =>
    box.left >= 0 && box.right <= width && !taken.some((other) => overlap(box, other));
  const labels: L.Marker[] = [];
  const named: Spot[] = [];
  for (const town of towns) {
    if (labels.length === MOST_LABELS) break;
    const { x, y } = spotOf(town);
    if (named.some((one) => Math.hypot(one.x - x, one.y - y) < SUBURB_PX)) continue;
    const half = (town.name.length * LETTER_PX) / 2 + 4;
    const boxes = OFFSETS_PX.map((offset): [number, Box] => [
      offset,
      { left: x - half, right: x + half, top: y + offset, bottom: y + offset + LINE_PX },
    ]);
    const [offset, box] = boxes.find(([, one]) => isFree(one)) ?? [];
    if (offset === undefined || !box) continue;
    taken.push(box);
    named.push({ x, y });
    labels.push(townLabel(town, offset));
  }
  return L.layerGroup(labels);
}

function townLabel({ name, latitude, longitude }: OfferMap["towns"][number], offset: number): L.Marker {
  const text = document.createElement("span");
  text.textContent = name;
  const icon = L.divIcon({ className: "map-town", html: text, iconSize: [0, 0], iconAnchor: [0, -offset] });
  const label = L.marker([latitude, longitude], {
    icon,
    interactive: false,
    keyboard: false,
    zIndexOffset: -10_000,
  });
  label.on("add", () => label.getElement()?.setAttribute("aria-hidden", "true"));
  return label;
}
