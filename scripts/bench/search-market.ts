import { createReadStream, readFileSync } from "node:fs";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { OFFER_COLUMNS, readOfferRow, townOf } from "#app/domain/offers/import/import-offers.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { municipalityPlace, type LocatedMunicipality, type Place } from "#app/domain/reference/place.ts";
import { readCsv } from "#app/domain/reference/read-csv.server.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { hostNameFor, offerTextFor } from "#db/seed/offer-texts.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { sectors } from "#db/seed/reference/sectors.ts";

/** Offers for ten thousand, by sector: the shares of a real campaign, as counted once; a sector without any has one. */
const SHARES: Record<string, number> = {
  s22: 3040,
  s25: 1440,
  s12: 1315,
  s10: 545,
  s26: 322,
  s14: 286,
  s46: 277,
  s9: 250,
  s2: 249,
  s31: 183,
  s20: 171,
  s41: 171,
  s51: 165,
  s43: 147,
  s21: 125,
  s17: 122,
  s34: 98,
  s18: 87,
  s8: 87,
  s7: 77,
  s30: 72,
  s23: 67,
  s47: 62,
  s16: 61,
  s3: 59,
  s50: 55,
  s5: 51,
  s13: 42,
  s44: 42,
  s48: 42,
  s37: 40,
  s27: 36,
  s36: 30,
  s35: 25,
  s15: 25,
  s42: 19,
  s6: 18,
  s45: 14,
  s4: 14,
  s28: 12,
  s1: 11,
  s24: 11,
  s11: 8,
  s29: 7,
  s19: 5,
  s39: 5,
  s38: 3,
  s33: 2,
};

const KM_PER_DEGREE = 111.195;
/** Mean distance of a host from the middle of its commune. */
const SCATTER_KM = 1.5;

export interface MarketOffer {
  id: string;
  siteId: string;
  organisation: number;
  town: string;
  inseeCode: string;
  postcode: string;
  latitude: number;
  longitude: number;
  sectorCode: string;
  challenges: string[];
  title: string;
  description: string;
  seats: [number, number];
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  reservedTo: "rep" | "qpv" | null;
  ageInMinutes: number;
}

export interface MarketHost {
  id: string;
  name: string;
  siret: string;
}

/** Draws with replacement, in proportion to weights. */
export function weighted<Item>(items: readonly Item[], weigh: (item: Item) => number) {
  const sums = new Float64Array(items.length);
  let total = 0;
  items.forEach((item, index) => (sums[index] = total += weigh(item)));
  return (random: () => number): Item => {
    const wanted = random() * total;
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    const found = items[low];
    if (found === undefined) throw new Error("Nothing to draw from");
    return found;
  };
}

/** Communes with a point; Paris, Lyon and Marseille by arrondissement. */
export function inhabitedPlaces(): LocatedMunicipality[] {
  const whole = new Set(["75056", "69123", "13055"]);
  return readMunicipalities().filter(
    (row): row is LocatedMunicipality =>
      row.latitude !== null && row.longitude !== null && row.population > 0 && !whole.has(row.inseeCode),
  );
}

export const drawPlace = (): ((random: () => number) => LocatedMunicipality) =>
  weighted(inhabitedPlaces(), ({ population }) => population);

type Seed = { place: Place; sectorCode: string };

/** Where and in which sector: drawn by population and share, or the rows of a file, again and again. */
async function seeds(file: string | undefined, random: () => number): Promise<() => Seed> {
  if (file === undefined) {
    const place = drawPlace();
    const sector = weighted(sectors, ({ code }) => SHARES[code] ?? 1);
    return () => ({ place: municipalityPlace(place(random)), sectorCode: sector(random).code });
  }
  const places = createPlaceIndex(readMunicipalities());
  const known: Seed[] = [];
  for await (const row of readCsv(createReadStream(file), OFFER_COLUMNS)) {
    const offer = readOfferRow(row, places);
    if (typeof offer !== "string") known.push(offer);
  }
  return () => {
    const seed = known[Math.floor(random() * known.length)];
    if (!seed) throw new Error(`No usable offer in ${file}`);
    return seed;
  };
}

/** Rows of a file of offers, its title apart. */
export function countRows(file: string): number {
  return readFileSync(file, "utf8").trimEnd().split("\n").length - 1;
}

/** Hosts of all sizes: most have one offer, the largest hundreds. */
const HOSTS_PER_OFFER = 0.6;

export function* marketHosts(offers: number, seed: number): Generator<MarketHost> {
  const random = seededRandom(seed + 1);
  const place = drawPlace();
  for (let index = 0; index < Math.ceil(offers * HOSTS_PER_OFFER); index += 1) {
    const sector = sectors[Math.floor(random() * sectors.length)];
    const name = hostNameFor(sector?.code ?? "s9", Math.floor(random() * 9), place(random).name);
    yield { id: drawId(random), name, siret: demonstrationSiret(index) };
  }
}

/** The offers of a campaign: nine in ten with free seats, two in a hundred kept for some schools. */
export async function marketOffers(
  count: number,
  seed: number,
  file?: string,
): Promise<Iterable<MarketOffer>> {
  const random = seededRandom(seed);
  const draw = await seeds(file, random);
  const hosts = Math.ceil(count * HOSTS_PER_OFFER);
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < count; index += 1) yield drawOffer(random, draw(), hosts);
    },
  };
}

function drawOffer(random: () => number, { place, sectorCode }: Seed, hosts: number): MarketOffer {
  const km = Math.min(8 * SCATTER_KM, -SCATTER_KM * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  const text = offerTextFor(sectorCode, Math.floor(random() * 9));
  const weeks = random();
  const seats = () => (random() < 0.06 ? 0 : 1 + Math.floor(4 * random() ** 2.5));
  const reserved = random();
  const both = weeks < 0.65;
  return {
    id: drawId(random),
    siteId: drawId(random),
    organisation: Math.floor(random() ** 1.8 * hosts),
    town: townOf(place),
    inseeCode: place.inseeCode,
    postcode: place.postcode,
    latitude: place.lat + (km * Math.sin(angle)) / KM_PER_DEGREE,
    longitude: place.lon + (km * Math.cos(angle)) / (KM_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180)),
    sectorCode,
    challenges: sectors.find(({ code }) => code === sectorCode)?.challenges ?? [],
    title: text.title,
    description: `${text.description} ${text.activities} À ${place.name}.`,
    seats: [both || weeks < 0.85 ? seats() : 0, both || weeks >= 0.85 ? seats() : 0],
    acceptsBothWeeks: both,
    acceptsSingleWeek: !both || random() < 0.7,
    reservedTo: reserved < 0.01 ? "rep" : reserved < 0.02 ? "qpv" : null,
    ageInMinutes: Math.floor(random() * 90 * 24 * 60),
  };
}

function drawId(random: () => number): string {
  const hex = (digits: number) =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`;
}
