import { canonicalPlace, compactPlace } from "#app/domain/reference/place-text.ts";
import { editsFrom } from "#app/domain/reference/place-typos.ts";
import { departmentList, groupList, overseasList, territoryAliases } from "./territory-list.ts";

/** A part of the country that is searched whole: its offers are those of its départements, whatever their distance. */
export interface Territory {
  /** Code of the département, "region" and the compact name of a group, or "france". */
  code: string;
  type: "departement" | "region" | "outre-mer" | "pays";
  name: string;
  label: string;
  /** "en Bretagne", "dans le Finistère": where an offer of it is. */
  inside: string;
  departments: readonly string[];
}

const FRANCE = ["France", "Toute la France", "France entière", "Partout en France"];
const SHORTEST_BEGINNING = 4;
const SHORTEST_TYPO = 6;

const coded = (list: typeof departmentList, type: "departement" | "outre-mer"): Territory[] =>
  list.map(([code, name, inside]) => {
    const label = type === "departement" ? `${name} (département ${code})` : `${name} (outre-mer ${code})`;
    return { code, type, name, label, inside, departments: [code] };
  });

const groups = groupList.map(([name, inside, codes]): Territory => {
  const code = `region-${keyOf(name)}`;
  return { code, type: "region", name, label: `${name} (région)`, inside, departments: codes.split(" ") };
});

const everywhere = [...departmentList, ...overseasList].map(([code]) => code);
const france: Territory = {
  code: "france",
  type: "pays",
  name: "France",
  label: "France entière",
  inside: "dans toute la France",
  departments: everywhere,
};

const territories = [
  ...coded(departmentList, "departement"),
  ...coded(overseasList, "outre-mer"),
  ...groups,
  france,
];
const byCode = new Map(territories.map((one) => [one.code.toLowerCase(), one]));
const byName = new Map(territories.map((one) => [keyOf(one.name), one]));
// Two towns that are also territories of one commune: their names mean the town.
for (const town of ["Paris", "Saint-Martin", "Saint-Barthélemy"]) byName.delete(keyOf(town));
for (const name of FRANCE) byName.set(keyOf(name), france);
for (const [typed, meant] of territoryAliases) {
  const territory = byCode.get(meant.toLowerCase()) ?? byName.get(keyOf(meant));
  if (territory) byName.set(keyOf(typed), territory);
}
const names = [...byName.keys()].filter((key) => key.length >= SHORTEST_BEGINNING).sort();

/** The territory of a code typed alone: "93", "2a", "974", "20". */
export function territoryOfCode(canonical: string): Territory | null {
  return /^(?:\d{2,3}|2a|2b)$/.test(canonical)
    ? (byCode.get(canonical) ?? byName.get(canonical) ?? null)
    : null;
}

/** "region bretagne", "finistere departement 29": no town can be meant. */
export function saysTerritory(canonical: string): boolean {
  return withoutKind(canonical) !== canonical;
}

/** The territory of exactly this name, its article, kind and code typed or not: "le finistere", "finistere 29". */
export function territoryNamed(canonical: string): Territory | null {
  const bare = withoutKind(canonical);
  const named = byName.get(keyOf(canonical)) ?? byName.get(keyOf(bare));
  if (named) return named;
  if (bare !== canonical && byCode.has(bare)) return byCode.get(bare) ?? null;
  const [, name, code] = /^(.+) (\d{2,3}|2a|2b)$/.exec(bare) ?? [];
  const told = byCode.get(code ?? "");
  return told && name && keyOf(told.name) === keyOf(name) ? told : null;
}

/** Territories whose name begins so, and those whose name is one edit away. */
export function territoriesLike(canonical: string): { begun: Territory[]; near: Territory[] } {
  const typed = keyOf(withoutKind(canonical));
  if (typed.length < SHORTEST_BEGINNING) return { begun: [], near: [] };
  const begun = names.filter((name) => name.startsWith(typed));
  const editsTo = editsFrom(typed);
  const near =
    typed.length < SHORTEST_TYPO
      ? []
      : names.filter((name) => name.length >= SHORTEST_TYPO && editsTo(name, 1) === 1);
  return { begun: distinct(begun), near: distinct(near) };
}

/** Département of an INSEE code. */
export function departmentOfInsee(code: string): string {
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}

function distinct(keys: readonly string[]): Territory[] {
  return [...new Set(keys.flatMap((key) => byName.get(key) ?? []))];
}

function withoutKind(canonical: string): string {
  return canonical
    .replace(/^(?:la |le |l )?(?:departement|dept|dpt|dep|region)(?: de la| de l| des| du| de| d)? (?=.)/, "")
    .replace(/ (?:departement|region|outre mer)(?= |$)/, "");
}

function keyOf(name: string): string {
  return compactPlace(canonicalPlace(name).replace(/^(?:le|la|les|l|aux|au|en|dans le|dans l) /, ""));
}
