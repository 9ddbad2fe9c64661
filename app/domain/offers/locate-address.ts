import { normaliseText } from "#app/kernel/text.ts";
import type { Geocoder } from "../reference/geocoder.ts";
import { DIVIDED_COMMUNES, wholeCommune, type Place, type PlaceIndex } from "../reference/place.ts";

export interface LocatedAddress {
  /** Number and street; empty when only a town was typed. */
  line: string;
  postcode: string;
  town: string;
  inseeCode: string;
  latitude: number;
  longitude: number;
  approximate: boolean;
}

export type AddressReading =
  { kind: "found"; address: LocatedAddress } | { kind: "ambiguous"; choices: Place[] } | { kind: "unknown" };

interface AddressParts {
  line: string;
  town: string;
  postcode: string;
}

const MAX_CHOICES = 8;

/**
 * Finds the commune of an address typed on one line. A clear one goes on by itself; homonyms, or a postcode that
 * contradicts the town, are given back as choices; `chosen` is the INSEE code picked among them.
 */
export function readAddress(places: PlaceIndex, typed: string, chosen = ""): AddressReading {
  const text = typed
    .replace(/\s+/g, " ")
    .replace(/[,\s]*\bfrance$/i, "")
    .trim();
  const parts = splitAddress(text);
  const candidates = parts.postcode ? withPostcode(places, parts) : withoutPostcode(places, text, parts);
  const towns = candidates.filter((place) => !place.territory);
  const communes = unique(towns.map((place) => asCommune(places, place)));
  const picked =
    communes.find(({ inseeCode }) => inseeCode === chosen) ?? (communes.length === 1 ? communes[0] : null);
  if (picked) return { kind: "found", address: toAddress(text, parts, picked) };
  return communes.length > 1
    ? { kind: "ambiguous", choices: communes.slice(0, MAX_CHOICES) }
    : { kind: "unknown" };
}

/**
 * Gives an address its own point when the geocoder knows it in the same commune; else the commune's stays. A large city
 * typed without a postcode gets its arrondissement too.
 */
export async function locateExactly(geocoder: Geocoder, address: LocatedAddress): Promise<LocatedAddress> {
  if (address.line === "") return address;
  const wholeCity = DIVIDED_COMMUNES.has(address.inseeCode);
  const found = await geocoder.locate(
    `${address.line}, ${wholeCity ? "" : `${address.postcode} `}${address.town}`,
  );
  if (!found || found.approximate || wholeCommune(found.inseeCode) !== wholeCommune(address.inseeCode))
    return address;
  const { latitude, longitude } = found;
  const point = { latitude, longitude, approximate: false };
  return wholeCity
    ? { ...address, ...point, town: found.name, inseeCode: found.inseeCode, postcode: found.postcode }
    : { ...address, ...point };
}

/** Street, postcode and town, as people write them: "12 rue X, 35000 Rennes" or "12 rue X, Rennes 35000". */
function splitAddress(text: string): AddressParts {
  const after = /^(.*?)[,\s]*\b(\d{5})\b[,\s]+(?=\p{L})(.+)$/u.exec(text);
  if (after) return { line: clean(after[1]), postcode: after[2] ?? "", town: clean(after[3]) };
  const before = /^(?:(.*),)?([^,]+?)[,\s]+\(?(\d{5})\)?$/.exec(text);
  if (before) return { line: clean(before[1]), town: clean(before[2]), postcode: before[3] ?? "" };
  const comma = text.lastIndexOf(",");
  return { line: clean(text.slice(0, Math.max(0, comma))), town: clean(text.slice(comma + 1)), postcode: "" };
}

function withPostcode(places: PlaceIndex, { town, postcode }: AddressParts): Place[] {
  const located = places.locate(town, postcode);
  if (located && located.type !== "postcode") return [located];
  const around = places.search(`${town} ${postcode}`).filter((place) => place.type !== "postcode");
  if (around.length === 0 && !located) return places.search(town);
  // The town is not at this postcode: either may be the mistake, only the author knows.
  const inside = places.search(postcode).filter((place) => place.type !== "postcode");
  const known = inside.length > 0 ? inside : located ? [located] : [];
  return [...around, ...known, ...places.search(town, 3)];
}

function withoutPostcode(places: PlaceIndex, text: string, { town }: AddressParts): Place[] {
  const resolved = places.resolve(town) ?? places.resolve(text);
  return resolved ? [resolved.best, ...resolved.others] : [];
}

function asCommune(places: PlaceIndex, place: Place): Place {
  if (place.type === "lycee") return places.byInseeCode(place.inseeCode) ?? place;
  if (place.type !== "postcode") return place;
  return { ...(places.byInseeCode(place.inseeCode) ?? place), postcode: place.postcode };
}

function unique(candidates: Place[]): Place[] {
  return candidates.filter(
    (place, index) => candidates.findIndex(({ inseeCode }) => inseeCode === place.inseeCode) === index,
  );
}

function toAddress(text: string, parts: AddressParts, place: Place): LocatedAddress {
  return {
    line: parts.line || streetBefore(text, place.name),
    postcode: parts.postcode || place.postcode,
    town: place.name,
    inseeCode: place.inseeCode,
    latitude: place.lat,
    longitude: place.lon,
    approximate: place.approximate,
  };
}

/** "12 rue de Nemours Rennes" without a comma: what stands before the name of the town. */
function streetBefore(text: string, town: string): string {
  const words = text
    .replace(/\b\d{5}\b/, "")
    .trim()
    .split(" ");
  for (let from = 1; from < words.length; from += 1) {
    if (normaliseText(words.slice(from).join(" ")) === normaliseText(town))
      return clean(words.slice(0, from).join(" "));
  }
  return "";
}

function clean(text: string | undefined): string {
  return (text ?? "").replace(/^[\s,]+|[\s,]+$/g, "");
}
