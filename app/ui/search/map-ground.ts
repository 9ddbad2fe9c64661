import * as L from "leaflet";

import type { OfferMap } from "#app/domain/search/offer-map.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { OUTLINES } from "./map-outlines.ts";

/** Outlines kept with the service: no other server learns what is looked for. */
export function drawLand(): L.LayerGroup {
  const land = (rings: [number, number][][], className: string) =>
    L.polygon(
      rings.map((ring) => [ring]),
      { className, interactive: false, smoothFactor: 0.5, attribution: "Contours\u00a0: Natural Earth" },
    );
  return L.layerGroup([
    land(OUTLINES.neighbours, "map-land"),
    land(OUTLINES.france, "map-land map-land--france"),
  ]);
}

const MOST_LABELS = 24;
const LETTER_PX = 7;
const LINE_PX = 18;

/** Names of the largest towns, as many as stand apart. */
export function townLabels(
  towns: OfferMap["towns"],
  spotOf: (point: GeoPoint) => { x: number; y: number },
): L.LayerGroup {
  const boxes: { left: number; right: number; y: number }[] = [];
  const layer = L.layerGroup();
  for (const town of towns) {
    if (boxes.length === MOST_LABELS) break;
    const { x, y } = spotOf(town);
    const half = (town.name.length * LETTER_PX) / 2 + LETTER_PX;
    const box = { left: x - half, right: x + half, y };
    const hides = boxes.some(
      (one) => one.left < box.right && box.left < one.right && Math.abs(one.y - y) < LINE_PX * 1.5,
    );
    if (hides) continue;
    boxes.push(box);
    const text = document.createElement("span");
    text.textContent = town.name;
    const icon = L.divIcon({ className: "map-town", html: text, iconSize: [0, 0] });
    const label = L.marker([town.latitude, town.longitude], {
      icon,
      interactive: false,
      keyboard: false,
      zIndexOffset: -10_000,
    });
    label.on("add", () => label.getElement()?.setAttribute("aria-hidden", "true"));
    layer.addLayer(label);
  }
  return layer;
}
