import { RADII_KM } from "#app/domain/search/search-filters.ts";
import { greatCircleKm, type GeoBox, type GeoPoint } from "#app/kernel/geo.ts";

/** Parts of France that are too far apart to travel to by dragging the map. */
export const AREAS: readonly { label: string; box: GeoBox }[] = [
  { label: "Métropole", box: { south: 41.3, west: -5.2, north: 51.1, east: 9.6 } },
  { label: "Guadeloupe", box: { south: 15.83, west: -61.81, north: 16.52, east: -61 } },
  { label: "Martinique", box: { south: 14.39, west: -61.24, north: 14.88, east: -60.81 } },
  { label: "Guyane", box: { south: 2.1, west: -54.61, north: 5.76, east: -51.63 } },
  { label: "La Réunion", box: { south: -21.39, west: 55.21, north: -20.87, east: 55.84 } },
  { label: "Mayotte", box: { south: -13.01, west: 45.01, north: -12.63, east: 45.31 } },
];

export const MAINLAND = AREAS[0]?.box ?? { south: 41, west: -5, north: 51, east: 10 };

/** The circle of a search that is most like what the map shows: a point to two decimals, a radius that exists. */
export function circleLike(box: GeoBox): { lat: string; lon: string; rayon: string } {
  const middle: GeoPoint = {
    latitude: (box.south + box.north) / 2,
    longitude: (box.west + box.east) / 2,
  };
  const reach = Math.min(
    greatCircleKm(middle, { ...middle, latitude: box.north }),
    greatCircleKm(middle, { ...middle, longitude: box.east }),
  );
  const farFrom = (km: number) => Math.abs(Math.log(km / Math.max(reach, 0.1)));
  const [radius = 30] = [...RADII_KM].sort((a, b) => farFrom(a) - farFrom(b));
  return { lat: middle.latitude.toFixed(2), lon: middle.longitude.toFixed(2), rayon: String(radius) };
}
