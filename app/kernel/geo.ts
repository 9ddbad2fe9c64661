import { frenchNumber } from "./french-number.ts";

export interface GeoPoint {
  latitude: number;
  longitude: number;
}

/** Mean Earth radius in kilometres (IUGG). */
export const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres (haversine formula). */
export function greatCircleKm(from: GeoPoint, to: GeoPoint): number {
  const radians = Math.PI / 180;
  const halfLatitude = Math.sin(((to.latitude - from.latitude) * radians) / 2);
  const halfLongitude = Math.sin(((to.longitude - from.longitude) * radians) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(from.latitude * radians) * Math.cos(to.latitude * radians) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Degrees; a box over the antimeridian goes on beyond 180. */
export interface GeoBox {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** The smallest box that surely holds a circle: distances are rounded to the metre, it is a metre larger. */
export function boxAround({ latitude, longitude }: GeoPoint, radiusKm: number): GeoBox {
  const height = (radiusKm + 0.001) / ((Math.PI / 180) * EARTH_RADIUS_KM);
  const widest = Math.min(89, Math.abs(latitude) + height);
  const width = height / Math.cos((widest * Math.PI) / 180);
  return {
    south: latitude - height,
    north: latitude + height,
    west: longitude - width,
    east: longitude + width,
  };
}

/** "3,2 km"; a place known only approximately is told to the whole kilometre. */
export function frenchDistance(km: number, approximate = false): string {
  if (km < (approximate ? 0.5 : 0.05)) return approximate ? "moins de 1 km" : "moins de 0,1 km";
  const digits = approximate || km >= 100 ? 0 : 1;
  return `${frenchNumber(km, digits)} km`;
}
