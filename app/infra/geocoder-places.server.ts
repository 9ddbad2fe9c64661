import { readAddress } from "#app/domain/offers/locate-address.ts";
import type { Geocoder } from "#app/domain/reference/geocoder.ts";
import type { PlaceIndex } from "#app/domain/reference/place.ts";

/** The embedded places: an address is as near as its commune, and null when several communes may be meant. */
export function createPlacesGeocoder(places: PlaceIndex): Geocoder {
  return {
    async locate(address) {
      const reading = readAddress(places, address);
      if (reading.kind !== "found") return null;
      const { line, town, postcode, inseeCode, latitude, longitude } = reading.address;
      return { latitude, longitude, inseeCode, name: town, postcode, addressLine: line, approximate: true };
    },
  };
}
