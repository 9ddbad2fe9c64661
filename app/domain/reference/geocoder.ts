export interface GeocodedAddress {
  latitude: number;
  longitude: number;
  inseeCode: string;
  /** Name of the commune. */
  name: string;
  postcode: string;
  /** Number and street; empty when only a town was given. */
  addressLine: string;
  /** The point is that of the commune, or no nearer than it. */
  approximate: boolean;
}

/** Finds the point of a postal address. Never throws: what it cannot find is null. */
export interface Geocoder {
  locate(address: string): Promise<GeocodedAddress | null>;
}
