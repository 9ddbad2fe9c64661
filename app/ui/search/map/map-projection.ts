import type { GeoPoint } from "#app/kernel/geo.ts";

/** Where a point lies on a web map: degrees to the east, and to the south stretched so that angles are kept. */
export function mercator({ latitude, longitude }: GeoPoint): { x: number; y: number } {
  const radians = Math.PI / 180;
  return { x: longitude, y: -Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)) / radians };
}
