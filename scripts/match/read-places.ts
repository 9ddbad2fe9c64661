import { curveOrder } from "#app/domain/matching/geography.ts";
import { OPEN_TO_ALL, type Offers, type Places, type Pupils } from "#app/domain/matching/market.ts";
import { readCsv, readNumber, readWhole } from "./csv-lines.ts";
import { GrowingColumn, Names } from "./grow.ts";
import type { Problems } from "./problems.ts";

/** Rows numbered in a canonical order (along a curve, then by id): nothing depends on the order of lines. */
export interface Numbered<Rows> {
  rows: Rows;
  ids: string[];
  numbers: Map<string, number>;
}

type Progress = (message: string) => void;
const MAX_SEATS = 0x7fffffff;

export async function readPupils(file: string, tags: Names, problems: Problems, progress: Progress) {
  const points = new Points();
  const maxKm: number[] = [];
  const tagStart: number[] = [0];
  const held = new GrowingColumn();
  const columns = ["id", "lat", "lon", "classes", "max_km"];
  await readCsv({ file, columns, problems, progress }, (values, line) => {
    const [id = "", latitude = "", longitude = "", classes = "", limit = ""] = values;
    const km = readNumber(limit);
    const fault =
      points.fault(id, latitude, longitude) ?? (km >= 0 ? undefined : `max_km inutilisable « ${limit} »`);
    if (fault !== undefined) return problems.add(line, fault);
    points.add(id, latitude, longitude);
    maxKm.push(km);
    for (const tag of classes.split(/\s+/)) if (tag !== "") held.push(tags.number(tag));
    tagStart.push(held.length);
  });
  const order = points.order();
  const pupils: Pupils = {
    ...points.places(order),
    maxKm: Float64Array.from(order, (index) => maxKm[index]!),
    tagStart: new Uint32Array(order.length + 1),
    tags: new Uint32Array(held.length),
  };
  let filled = 0;
  order.forEach((index, pupil) => {
    const own = held.values().subarray(tagStart[index], tagStart[index + 1]);
    pupils.tags.set(own, filled);
    pupils.tagStart[pupil + 1] = filled += own.length;
  });
  return points.number(order, pupils);
}

export async function readOffers(file: string, tags: Names, problems: Problems, progress: Progress) {
  const points = new Points();
  const sectors = new Names();
  const sector: number[] = [];
  const seats1: number[] = [];
  const seats2: number[] = [];
  const reserved: number[] = [];
  const columns = ["id", "lat", "lon", "sector", "seats_1", "seats_2", "reserved"];
  await readCsv({ file, columns, problems, progress }, (values, line) => {
    const [id = "", latitude = "", longitude = "", sectorName = "", first = "", second = ""] = values;
    const tag = (values[6] ?? "").trim();
    const fault =
      points.fault(id, latitude, longitude) ??
      seatsFault("seats_1", first) ??
      seatsFault("seats_2", second) ??
      (/\s/.test(tag) ? `reserved attend une seule étiquette, pas « ${tag} »` : undefined);
    if (fault !== undefined) return problems.add(line, fault);
    points.add(id, latitude, longitude);
    sector.push(sectors.number(sectorName));
    seats1.push(readWhole(first));
    seats2.push(readWhole(second));
    reserved.push(tag === "" ? OPEN_TO_ALL : tags.number(tag));
  });
  const order = points.order();
  const offers: Offers = {
    ...points.places(order),
    sector: order.map((index) => sector[index]!),
    seats1: order.map((index) => seats1[index]!),
    seats2: order.map((index) => seats2[index]!),
    reserved: Int32Array.from(order, (index) => reserved[index]!),
  };
  return points.number(order, offers);
}

function seatsFault(column: string, text: string): string | undefined {
  const seats = readWhole(text);
  if (seats >= 0 && seats <= MAX_SEATS) return undefined;
  return seats < 0 ? `${column} négatif « ${text} »` : `${column} inutilisable « ${text} »`;
}

/** Ids and coordinates as they are read. */
class Points {
  private readonly ids = new Names();
  private readonly latitude: number[] = [];
  private readonly longitude: number[] = [];

  fault(id: string, latitude: string, longitude: string): string | undefined {
    if (id === "" || id.includes(",")) return `identifiant inutilisable « ${id} »`;
    if (this.ids.find(id) !== undefined) return `identifiant en double « ${id} »`;
    if (!(Math.abs(readNumber(latitude)) <= 90)) return `latitude inutilisable « ${latitude} »`;
    if (!(Math.abs(readNumber(longitude)) <= 180)) return `longitude inutilisable « ${longitude} »`;
    return undefined;
  }

  add(id: string, latitude: string, longitude: string): void {
    this.ids.number(id);
    this.latitude.push(readNumber(latitude));
    this.longitude.push(readNumber(longitude));
  }

  order(): Uint32Array {
    const ids = this.ids.list;
    const count = ids.length;
    const latitude = Float64Array.from(this.latitude);
    const longitude = Float64Array.from(this.longitude);
    return curveOrder({ count, latitude, longitude }, (a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  }

  places(order: Uint32Array): Places {
    return {
      count: order.length,
      latitude: Float64Array.from(order, (index) => this.latitude[index]!),
      longitude: Float64Array.from(order, (index) => this.longitude[index]!),
    };
  }

  number<Rows>(order: Uint32Array, rows: Rows): Numbered<Rows> {
    const ids = Array.from(order, (index) => this.ids.list[index]!);
    return { rows, ids, numbers: new Map(ids.map((id, index) => [id, index])) };
  }
}
