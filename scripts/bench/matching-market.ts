import { readFileSync } from "node:fs";
import { greatCircleKm } from "#app/kernel/geo.ts";
import { curveOrder } from "#app/domain/matching/geography.ts";
import { OPEN_TO_ALL, type Lists, type Offers, type Pupils } from "#app/domain/matching/market.ts";

/** A repeatable stream of numbers in [0, 1) (mulberry32): the market is the same on every machine. */
export function randomStream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Commune {
  department: string;
  latitude: number;
  longitude: number;
  population: number;
}

interface School {
  latitude: number;
  longitude: number;
  size: number;
}

export interface MarketOptions {
  pupils: number;
  /** Two-week seats per pupil. */
  seatsPerPupil: number;
  preferences: number;
  seed: number;
  placesFile: string;
  enrolmentFile?: string;
}

export interface SyntheticMarket {
  pupils: Pupils;
  offers: Offers;
  lists: Lists;
  /** Tag numbers of the priority classes. */
  tagNames: readonly string[];
}

const SECTORS = 51;
const PREFERENCE_RADIUS_KM = 40;
const SCHOOL_REACH_KM = 25;
/** One offer for 1.87 pupils: 300,000 for 560,000. */
const PUPILS_PER_OFFER = 560_000 / 300_000;

/**
 * A national market over real communes: schools in towns by population, pupils around schools, offers by
 * population, preferences drawn by popularity and closeness. Two-week places only; a tenth of the pupils
 * holds a priority tag; everybody may travel 30 km.
 */
export function syntheticMarket(options: MarketOptions): SyntheticMarket {
  const random = randomStream(options.seed);
  const communes = readCommunes(options.placesFile, random);
  const schools = drawSchools(communes, options, random);
  const offers = numberAlongCurve(drawOffers(communesAround(schools, communes), options, random));
  const { pupils, schoolOf } = drawPupils(schools, options.pupils, random);
  return {
    pupils,
    offers,
    lists: drawLists(pupils, schoolOf, schools, offers, options.preferences, random),
    tagNames: ["rep", "qpv"],
  };
}

/** Columns by name; a file without populations gets drawn ones (log-normal). */
function readCommunes(file: string, random: () => number): Commune[] {
  const [header = "", ...lines] = readFileSync(file, "utf8").split(/\r?\n/);
  const names = header.split(";");
  const column = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name.replace(/"/g, "")));
  const code = column("insee_code", "code_insee");
  const latitude = column("latitude");
  const longitude = column("longitude");
  const population = column("population");
  if (code < 0 || latitude < 0 || longitude < 0)
    throw new Error(`${file}: columns insee_code, latitude and longitude are needed`);
  // Paris, Lyon and Marseille stand both whole and by arrondissement: the arrondissements are kept.
  const whole = lines.some((line) => line.startsWith("75101;")) ? ["75056", "69123", "13055"] : [];
  return lines.flatMap((line) => {
    const fields = line.split(";");
    if (whole.includes(fields[code] ?? "")) return [];
    const commune = {
      department: (fields[code] ?? "").slice(0, /^9[78]/.test(fields[code] ?? "") ? 3 : 2),
      latitude: Number.parseFloat(fields[latitude] ?? ""),
      longitude: Number.parseFloat(fields[longitude] ?? ""),
      population: population < 0 ? Math.exp(6.2 + 1.4 * normal(random)) : Number(fields[population] ?? 0),
    };
    return Number.isFinite(commune.latitude + commune.longitude) && commune.population > 0 ? [commune] : [];
  });
}

/** Sizes from the enrolment file (`uai;pupils`, the UAI begins with the département) or drawn. */
function drawSchools(communes: Commune[], options: MarketOptions, random: () => number): School[] {
  const sizes: { size: number; department?: string }[] = [];
  if (options.enrolmentFile !== undefined) {
    for (const line of readFileSync(options.enrolmentFile, "utf8").split(/\r?\n/).slice(1)) {
      const [uai = "", size = ""] = line.split(";");
      if (Number(size) > 0) sizes.push({ size: Number(size), department: departmentOfUai(uai) });
    }
  } else
    for (let index = 0; index < 2740; index++) sizes.push({ size: Math.exp(5.2 + 0.6 * normal(random)) });
  const towns = new Sampler(communes, (commune) => commune.population ** 1.1, random);
  const byDepartment = new Map<string, Sampler<Commune>>();
  for (const department of new Set(communes.map((commune) => commune.department))) {
    const members = communes.filter((commune) => commune.department === department);
    byDepartment.set(department, new Sampler(members, (commune) => commune.population ** 1.1, random));
  }
  return sizes.map(({ size, department }) => {
    const commune = (byDepartment.get(department ?? "") ?? towns).draw();
    return { size, ...scatter(commune, 1.5, random) };
  });
}

function departmentOfUai(uai: string): string {
  const code = uai.slice(0, 3);
  if (code.startsWith("97")) return code;
  const special: Record<string, string> = { "620": "2A", "720": "2B", "983": "988", "984": "987" };
  if (special[code] !== undefined) return special[code];
  return code.slice(1);
}

function drawPupils(schools: School[], count: number, random: () => number) {
  const total = schools.reduce((sum, school) => sum + school.size, 0);
  const latitude = new Float64Array(count);
  const longitude = new Float64Array(count);
  const school = new Uint32Array(count);
  let filled = 0;
  let due = 0;
  schools.forEach((place, index) => {
    due += (place.size / total) * count;
    const end = index === schools.length - 1 ? count : Math.min(count, Math.round(due));
    for (; filled < end; filled++) {
      // Most live near their school, the others in the country around it.
      const home = scatter(place, random() < 0.6 ? 4 : 15, random);
      latitude[filled] = home.latitude;
      longitude[filled] = home.longitude;
      school[filled] = index;
    }
  });
  const order = curveOrder({ count, latitude, longitude }, (a, b) => a - b);
  const tagged = Array.from(order, () => (random() < 0.1 ? (random() < 0.5 ? 0 : 1) : -1));
  const tagStart = new Uint32Array(count + 1);
  tagged.forEach((tag, index) => (tagStart[index + 1] = tagStart[index]! + (tag < 0 ? 0 : 1)));
  const pupils: Pupils = {
    count,
    latitude: Float64Array.from(order, (index) => latitude[index]!),
    longitude: Float64Array.from(order, (index) => longitude[index]!),
    maxKm: new Float64Array(count).fill(30),
    tagStart,
    tags: Uint32Array.from(tagged.filter((tag) => tag >= 0)),
  };
  return { pupils, schoolOf: Uint32Array.from(order, (index) => school[index]!) };
}

/** Hosts are drawn where some pupil may go: nobody could take a place farther from every school. */
function communesAround(schools: School[], communes: Commune[]): Commune[] {
  const sorted = [...schools].sort((a, b) => a.latitude - b.latitude);
  const latitudes = Float64Array.from(sorted, (school) => school.latitude);
  const margin = SCHOOL_REACH_KM / 111;
  return communes.filter((commune) => {
    const end = firstAtLeast(latitudes, commune.latitude + margin);
    for (let at = firstAtLeast(latitudes, commune.latitude - margin); at < end; at++)
      if (greatCircleKm(commune, sorted[at]!) <= SCHOOL_REACH_KM) return true;
    return false;
  });
}

function drawOffers(communes: Commune[], options: MarketOptions, random: () => number): Offers {
  const count = Math.max(1, Math.round(options.pupils / PUPILS_PER_OFFER));
  const target = Math.round(options.pupils * options.seatsPerPupil);
  const towns = new Sampler(communes, (commune) => commune.population, random);
  const places = Array.from({ length: count }, () => scatter(towns.draw(), 1.5, random));
  const seats = new Uint32Array(count).fill(Math.min(1, Math.floor(target / count)));
  for (let left = target - seats.reduce((sum, seat) => sum + seat, 0); left > 0; left--)
    seats[Math.floor(random() ** 2 * count)]!++;
  return {
    count,
    latitude: Float64Array.from(places, (place) => place.latitude),
    longitude: Float64Array.from(places, (place) => place.longitude),
    sector: Uint32Array.from(places, () => Math.floor(random() ** 2 * SECTORS)),
    seats1: seats,
    seats2: seats,
    reserved: new Int32Array(count).fill(OPEN_TO_ALL),
  };
}

function numberAlongCurve(offers: Offers): Offers {
  const order = curveOrder(offers, (a, b) => a - b);
  const pick = <T extends Float64Array | Uint32Array | Int32Array>(values: T) =>
    values.map((_: number, index: number) => values[order[index]!]!) as T;
  const seats = pick(offers.seats1);
  return {
    ...offers,
    latitude: pick(offers.latitude),
    longitude: pick(offers.longitude),
    sector: pick(offers.sector),
    seats1: seats,
    seats2: seats.slice(),
  };
}

/** Ranked draws without replacement among the offers around the school, by popularity and closeness. */
function drawLists(
  pupils: Pupils,
  schoolOf: Uint32Array,
  schools: School[],
  offers: Offers,
  length: number,
  random: () => number,
): Lists {
  const popularity = Float64Array.from({ length: offers.count }, () => Math.exp(normal(random)));
  const byLatitude = Uint32Array.from({ length: offers.count }, (_, index) => index).sort(
    (a, b) => offers.latitude[a]! - offers.latitude[b]!,
  );
  const latitudes = Float64Array.from(byLatitude, (offer) => offers.latitude[offer]!);
  const samplers = schools.map(() => undefined as Sampler<number> | undefined);
  const start = new Uint32Array(3 * pupils.count + 1);
  const offer: number[] | Uint32Array = new Uint32Array(pupils.count * length);
  const rank = new Uint32Array(pupils.count * length);
  let filled = 0;
  for (let pupil = 0; pupil < pupils.count; pupil++) {
    const school = schools[schoolOf[pupil]!]!;
    const sampler = (samplers[schoolOf[pupil]!] ??= samplerAround(
      school,
      offers,
      popularity,
      byLatitude,
      latitudes,
      random,
    ));
    const first = filled;
    for (let tries = 0; tries < 3 * length && filled - first < length && sampler.size > 0; tries++) {
      const drawn = sampler.draw();
      if (offer.subarray(first, filled).includes(drawn)) continue;
      offer[filled] = drawn;
      rank[filled] = ++filled - first;
    }
    start.fill(filled, 3 * pupil + 1, 3 * pupil + 4);
  }
  return { start, offer: offer.slice(0, filled), rank: rank.slice(0, filled) };
}

function samplerAround(
  school: School,
  offers: Offers,
  popularity: Float64Array,
  byLatitude: Uint32Array,
  latitudes: Float64Array,
  random: () => number,
): Sampler<number> {
  const margin = PREFERENCE_RADIUS_KM / 111;
  const near: number[] = [];
  const weights: number[] = [];
  for (let at = firstAtLeast(latitudes, school.latitude - margin); at < byLatitude.length; at++) {
    if (latitudes[at]! > school.latitude + margin) break;
    const offer = byLatitude[at]!;
    if (Math.abs(offers.longitude[offer]! - school.longitude) > 2 * margin) continue;
    const place = { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! };
    const km = greatCircleKm(school, place);
    if (km > PREFERENCE_RADIUS_KM) continue;
    near.push(offer);
    weights.push(popularity[offer]! * Math.exp(-km / 8));
  }
  return new Sampler(near, (_, index) => weights[index]!, random);
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Weighted draws with replacement, by bisection of the cumulated weights. */
class Sampler<Item> {
  private readonly items: readonly Item[];
  private readonly random: () => number;
  private readonly cumulated: Float64Array;

  constructor(items: readonly Item[], weight: (item: Item, index: number) => number, random: () => number) {
    this.items = items;
    this.random = random;
    this.cumulated = new Float64Array(items.length);
    let sum = 0;
    items.forEach((item, index) => (this.cumulated[index] = sum += weight(item, index)));
  }

  get size(): number {
    return this.items.length;
  }

  draw(): Item {
    const total = this.cumulated[this.cumulated.length - 1] ?? 0;
    return this.items[firstAtLeast(this.cumulated, this.random() * total)]!;
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A point around a place, at an exponential distance of this mean. */
function scatter(place: { latitude: number; longitude: number }, meanKm: number, random: () => number) {
  const km = Math.min(8 * meanKm, -meanKm * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return {
    latitude: place.latitude + (km * Math.sin(angle)) / 111.195,
    longitude:
      place.longitude + (km * Math.cos(angle)) / (111.195 * Math.cos((place.latitude * Math.PI) / 180)),
  };
}
