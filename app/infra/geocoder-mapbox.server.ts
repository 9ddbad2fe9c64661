import type * as MapboxSearch from "@mapbox/search-js-core";
import { createRequire } from "node:module";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { readAddress, type AddressReading } from "#app/domain/offers/locate-address.ts";
import type { GeocodedAddress, Geocoder } from "#app/domain/reference/geocoder.ts";
import { wholeCommune, type Place, type PlaceIndex } from "#app/domain/reference/place.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { createPlacesGeocoder } from "./geocoder-places.server.ts";
import type { Logger } from "./logger.server.ts";

export interface MapboxSettings {
  accessToken: string;
  places: PlaceIndex;
  logger: Pick<Logger, "warn">;
  /** The library's address is fixed: this is where a stand-in of the provider takes its place. */
  fetch?: typeof fetch;
  timeoutMs?: number;
}

const TIMEOUT_MS = 2_000;
const CACHED_ADDRESSES = 1_000;
const CACHED_MS = 3_600_000;
/** The overseas territories are countries of their own for the provider. */
const COUNTRIES = "fr,gp,mq,gf,re,pm,yt,bl,mf,wf,pf,nc";
/** Middle of mainland France, when nothing tells which town is meant: the default is the server's own town. */
const MIDDLE = { lng: 2.35, lat: 46.6 };

const named = z.object({ name: z.string() }).nullish();
const answerSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({
        feature_type: z.string(),
        name: z.string(),
        coordinates: z.object({
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
          accuracy: z.string().nullish(),
        }),
        context: z.object({ postcode: named, place: named, locality: named }),
        match_code: z.object({ confidence: z.string().nullish() }).nullish(),
      }),
    }),
  ),
});
type Found = z.infer<typeof answerSchema>["features"][number]["properties"];

/**
 * The point of an address as Mapbox knows it, in the commune that the embedded places read. Whatever goes wrong with the
 * provider, the embedded places answer; an address without a street is not sent at all.
 */
export function createMapboxGeocoder({
  accessToken,
  places,
  logger,
  fetch = globalThis.fetch,
  timeoutMs = TIMEOUT_MS,
}: MapboxSettings): Geocoder {
  // Its entry for Node is CommonJS and names no export that an import could find.
  const { GeocodingCore, polyfillFetch } = createRequire(import.meta.url)(
    "@mapbox/search-js-core",
  ) as typeof MapboxSearch;
  polyfillFetch({ fetch, AbortController }, true);
  const embedded = createPlacesGeocoder(places);
  const cache = new LRUCache<string, { address: GeocodedAddress | null }>({
    max: CACHED_ADDRESSES,
    ttl: CACHED_MS,
  });
  // What is kept, in memory or with an offer, has to be asked for as permanent.
  const core = new GeocodingCore({
    accessToken,
    permanent: true,
    autocomplete: false,
    country: COUNTRIES,
    language: "fr",
    types: "address,street",
    limit: 5,
  });

  async function ask(text: string, reading: AddressReading): Promise<GeocodedAddress | null> {
    const communes = communesOf(reading, places);
    const near = communes[0];
    const answer = await core.forward(text, {
      proximity: near ? { lng: near.lon, lat: near.lat } : MIDDLE,
      signal: AbortSignal.timeout(timeoutMs),
    });
    for (const { properties } of answerSchema.parse(answer).features) {
      const address = toAddress(properties, places);
      if (address && isBelieved(properties, address, communes)) return address;
    }
    return null;
  }

  return {
    async locate(typed) {
      const text = typed.replace(/[\s;]+/g, " ").trim();
      const reading = readAddress(places, text);
      if (isTooLong(text) || !namesStreet(text, reading)) return embedded.locate(text);
      const key = normaliseText(text);
      const known = cache.get(key);
      if (known) return known.address ?? embedded.locate(text);
      try {
        const address = await ask(text, reading);
        cache.set(key, { address });
        return address ?? (await embedded.locate(text));
      } catch (error) {
        // Neither the error's sentence nor the request: both may quote the address or the token.
        logger.warn(
          { provider: "mapbox", ...describe(error) },
          "address lookup failed, embedded places answer",
        );
        return embedded.locate(text);
      }
    },
  };
}

/** The provider refuses a longer text. */
function isTooLong(text: string): boolean {
  return text.length > 256 || normaliseText(text).split(" ").length > 20;
}

/** A town alone is read better here, and tells nothing to anyone. */
function namesStreet(text: string, reading: AddressReading): boolean {
  return reading.kind === "found" ? reading.address.line !== "" : normaliseText(text).split(" ").length > 2;
}

function communesOf(reading: AddressReading, places: PlaceIndex): Place[] {
  if (reading.kind === "ambiguous") return reading.choices;
  const place = reading.kind === "found" ? places.byInseeCode(reading.address.inseeCode) : null;
  return place ? [place] : [];
}

/** The town that was typed decides; when it is unknown here, only a whole match of the address is taken. */
function isBelieved(found: Found, address: GeocodedAddress, communes: Place[]): boolean {
  const confidence = found.match_code?.confidence ?? null;
  if (communes.length === 0) return confidence === "exact" || confidence === "high";
  const commune = wholeCommune(address.inseeCode);
  return confidence !== "low" && communes.some((place) => wholeCommune(place.inseeCode) === commune);
}

function toAddress(found: Found, places: PlaceIndex): GeocodedAddress | null {
  const { latitude, longitude, accuracy } = found.coordinates;
  const postcode = found.context.postcode?.name ?? "";
  const town = found.context.place?.name ?? found.context.locality?.name ?? "";
  const located = town ? places.locate(town, postcode) : null;
  // A postcode is shared by several communes: a place that is only a postcode says too little.
  const commune = located?.type === "postcode" ? null : located;
  const place = commune ?? places.nearestMunicipality({ latitude, longitude });
  if (!place) return null;
  return {
    latitude,
    longitude,
    inseeCode: place.inseeCode,
    name: place.name,
    postcode: postcode || place.postcode,
    addressLine: found.name,
    approximate: accuracy === "approximate",
  };
}

function describe(error: unknown): { reason: string; status?: number } {
  const reason = error instanceof Error ? error.name : "unknown";
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : null;
  return typeof status === "number" ? { reason, status } : { reason };
}
