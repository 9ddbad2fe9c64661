import { last } from "#app/kernel/last.ts";
import { isAbroad } from "./territories/abroad.ts";
import { canonicalPlace, departmentsOfPostcode, MAX_TYPED } from "./place-text.ts";
import { territoryNamed, territoryOfCode } from "./territories/territories.ts";

/** What a typed place says, once its qualifiers are taken apart from the name. */
export interface PlaceQuery {
  /** Canonical name, "" when only a code was typed. */
  name: string;
  /** One to five digits typed alone, or the five digits typed beside a name. */
  postcode: string | null;
  /** What stands after the postcode in an address line: its town. */
  town: string | null;
  /** INSEE code with a Corsican letter: it cannot be a postcode. */
  inseeCode: string | null;
  /** Where the name was said to be: by a postcode, the code of a département or the name of a territory. */
  departments: readonly string[] | null;
  /** The same, when the name may also go on with it: "saint pierre la reunion", but "cosne cours sur loire". */
  inside: { name: string; departments: readonly string[] } | null;
  /** Number of an arrondissement of Paris, Lyon or Marseille. */
  arrondissement: number | null;
  /** Another country was typed, or a town of one. */
  abroad: boolean;
}

const ARRONDISSEMENT =
  /^(paris|lyon|marseille) (?:cedex )?0?(\d{1,2}) ?(?:er|e|eme|ieme|nd|nde)?(?: (?:arr|arrdt|arrondissement))?(?: cedex)?$/;

/** A name that ends so is not finished by the territory that follows: "Neuilly-sur-Marne". */
const UNFINISHED = / (?:sur|sous|en|es|les|lez|et|d|l)$/;

export function parsePlaceQuery(typed: string): PlaceQuery {
  const { text: told, departments: around, abroad } = withoutTerritory(typed.slice(0, MAX_TYPED));
  const parsed: PlaceQuery = {
    name: "",
    postcode: null,
    town: null,
    inseeCode: null,
    departments: around,
    inside: null,
    arrondissement: null,
    abroad,
  };
  let text = withPostcodesJoined(canonicalPlace(told));
  const postcode = /(?:^| )(\d{5})(?= |$)/.exec(text);
  if (postcode && text.length > 5) {
    parsed.postcode = postcode[1] ?? null;
    parsed.departments = departmentsOfPostcode(parsed.postcode ?? "");
    const [before, after] = [text.slice(0, postcode.index), text.slice(postcode.index + postcode[0].length)];
    parsed.town = withoutCedex(after) || null;
    text = `${before}${after}`.trim();
  }
  const quarter = ARRONDISSEMENT.exec(text);
  if (quarter) return { ...parsed, name: quarter[1] ?? "", arrondissement: Number(quarter[2]) };
  text = withoutCedex(text);
  if (/^2[ab]\d{3}$/.test(text)) return { ...parsed, inseeCode: text.toUpperCase() };
  if (/^\d{1,5}$/.test(text)) return { ...parsed, postcode: text };
  const qualified = /^(.+) (\d{2,3}|2a|2b)$/.exec(text);
  const coded = qualified && territoryOfCode(qualified[2] ?? "");
  if (coded) return { ...parsed, name: qualified[1] ?? "", departments: coded.departments };
  return { ...parsed, name: text, inside: splitInside(text) };
}

/** What was typed of the town itself, or of its street: the territory that follows is left out. */
export function withoutQualifiers(typed: string): string {
  const { text } = withoutTerritory(typed.slice(0, MAX_TYPED));
  return splitInside(canonicalPlace(text))?.name ?? text;
}

/** "12 rue X 35042 Rennes CEDEX 7" is in Rennes: what follows the word tells the post its own way. */
function withoutCedex(text: string): string {
  return text.replace(/(?:^| )cedex\b.*$/, "").trim();
}

/** "35 000", "35.000", "F-35000" and "FR 35000" are 35000; the number of a box is no postcode. */
function withPostcodesJoined(canonical: string): string {
  return canonical
    .replace(/(^| )(?:bp|cs|tsa) \d{1,5}(?: \d{1,5})? /, "$1")
    .replace(/(^| )(\d{2}) (\d{3})(?= |$)/, "$1$2$3")
    .replace(/(^| )(?:fr?|france) ?(\d{5})(?= |$)/, "$1$2");
}

/** Takes "France" and the territories written after a comma or between parentheses away from the end. */
function withoutTerritory(typed: string): Pick<PlaceQuery, "departments" | "abroad"> & { text: string } {
  const parts = typed.split(/[,;()/]|\s[-–—]\s/).filter((part) => canonicalPlace(part) !== "");
  const kept = { departments: null as readonly string[] | null, abroad: isAbroad(canonicalPlace(typed)) };
  while (parts.length > 1) {
    const ending = canonicalPlace(last(parts) ?? "");
    const territory = territoryNamed(ending);
    if (isAbroad(ending)) kept.abroad = true;
    else if (!territory) break;
    else if (territory.type !== "pays") kept.departments = narrower(kept.departments, territory.departments);
    parts.pop();
  }
  const text = parts.length > 1 ? parts.join(", ") : (parts[0] ?? "");
  return { ...kept, text: text.replace(/(\S)\s+france\s*$/i, "$1") };
}

function narrower(a: readonly string[] | null, b: readonly string[]): readonly string[] {
  return a && a.length < b.length ? a : b;
}

/** The longest end that names a territory, what comes before being the name of a town in it; or a code before the town. */
function splitInside(text: string): PlaceQuery["inside"] {
  const [first = "", ...rest] = text.split(" ");
  const coded = territoryOfCode(first);
  if (coded && rest.length > 0) return { name: rest.join(" "), departments: coded.departments };
  const words = [first, ...rest];
  for (let from = 1; from < words.length; from += 1) {
    const territory = territoryNamed(words.slice(from).join(" "));
    const name = words
      .slice(0, from)
      .join(" ")
      .replace(/ (?:de|a|au|aux)$/, "");
    if (territory && !UNFINISHED.test(name)) return { name, departments: territory.departments };
  }
  return null;
}
