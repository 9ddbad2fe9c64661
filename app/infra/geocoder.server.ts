import type { Geocoder } from "#app/domain/reference/geocoder.ts";
import type { Env } from "./env.server.ts";
import { createMapboxGeocoder, type MapboxSettings } from "./geocoder-mapbox.server.ts";
import { createPlacesGeocoder } from "./geocoder-places.server.ts";

/** The provider when its token is set, else the embedded places. Tests never call it, whatever the machine's token. */
export function createGeocoder(
  env: Pick<Env, "SERVICE_MODE" | "MAPBOX_ACCESS_TOKEN">,
  settings: Omit<MapboxSettings, "accessToken">,
): Geocoder {
  const accessToken = env.SERVICE_MODE === "test" ? undefined : env.MAPBOX_ACCESS_TOKEN;
  return accessToken
    ? createMapboxGeocoder({ ...settings, accessToken })
    : createPlacesGeocoder(settings.places);
}
