export interface GeoPoint {
  latitude: number;
  longitude: number;
}

/** What a map shows, in degrees; no box of ours crosses the 180th meridian. */
export interface GeoBox {
  south: number;
  west: number;
  north: number;
  east: number;
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

/** "3,2 km"; a place known only approximately is told to the whole kilometre. */
export function frenchDistance(km: number, approximate = false): string {
  if (km < (approximate ? 0.5 : 0.05)) return approximate ? "moins de 1 km" : "moins de 0,1 km";
  const digits = approximate || km >= 100 ? 0 : 1;
  return `${km.toLocaleString("fr-FR", { minimumFractionDigits: digits, maximumFractionDigits: digits })} km`;
}
