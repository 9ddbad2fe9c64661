import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { clusterDegrees } from "./search-facets.ts";

/** What a map asks beside the search: what it shows, or what lies on one of its points. */
export interface MapQuery {
  zoom: number;
  /** The whole world without one. */
  box: GeoBox | null;
  point: GeoPoint | null;
}

/** As web maps count: the whole country, and the streets of a town. */
export const ZOOMS = { least: 5, most: 17, country: 6 } as const;

/** Reads what a map asks; what cannot be used is left out, and the map then shows everything. */
export function readMapQuery(query: URLSearchParams): MapQuery {
  const zoom = readNumber(query.get("zoom"), 0, 20);
  const south = readNumber(query.get("sud"), -90, 90);
  const north = readNumber(query.get("nord"), -90, 90);
  const west = readNumber(query.get("ouest"), -180, 180);
  const east = readNumber(query.get("est"), -180, 180);
  const [latitude = null, longitude = null] = (query.get("ici") ?? "")
    .split(",")
    .map((text, index) => readNumber(text, index === 0 ? -90 : -180, index === 0 ? 90 : 180));
  const box =
    south === null || north === null || west === null || east === null || south > north || west > east
      ? null
      : { south, west, north, east };
  return {
    zoom: usefulZoom(zoom === null ? ZOOMS.country : Math.round(zoom), box),
    box,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

/** The largest screen shows some two thousand squares. */
const MOST_SQUARES = 10_000;

/** The zoom asked, or that at which the box has no more squares than a map can show: each costs time and memory. */
function usefulZoom(asked: number, box: GeoBox | null): number {
  if (!box) return Math.min(asked, ZOOMS.country);
  const squares = (zoom: number) =>
    ((box.east - box.west) / clusterDegrees(zoom)) * ((box.north - box.south) / clusterDegrees(zoom));
  let zoom = asked;
  while (zoom > 0 && squares(zoom) > MOST_SQUARES) zoom -= 1;
  return zoom;
}

/** A number brought back within its bounds: a map may show more than the world. */
function readNumber(text: string | null, least: number, most: number): number | null {
  const number = text?.trim() ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? null : Math.min(most, Math.max(least, number));
}

const DECIMALS = 4;

/** Of the page of results alone. */
const NOT_FOR_MAPS = ["vue", "tri", "curseur"];

/** The search as it is, with what the map shows now. */
export function mapParameters(
  search: URLSearchParams,
  { zoom, box, point }: Partial<MapQuery>,
): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of search)
    if (value !== "" && !NOT_FOR_MAPS.includes(name)) query.append(name, value);
  if (zoom !== undefined) query.set("zoom", String(zoom));
  if (box) {
    query.set("ouest", box.west.toFixed(DECIMALS));
    query.set("sud", box.south.toFixed(DECIMALS));
    query.set("est", box.east.toFixed(DECIMALS));
    query.set("nord", box.north.toFixed(DECIMALS));
  }
  if (point) query.set("ici", `${point.latitude},${point.longitude}`);
  return query;
}
