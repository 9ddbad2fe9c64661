import { normaliseText } from "#app/kernel/text.ts";

/** What a typed place says, once its qualifiers are taken apart from the name. */
export interface PlaceQuery {
  /** Canonical name, "" when only a code was typed. */
  name: string;
  /** One to five digits typed alone, or the five digits typed beside a name. */
  postcode: string | null;
  /** INSEE code with a Corsican letter: it cannot be a postcode. */
  inseeCode: string | null;
  /** Code of a département typed after the name, "20" for the whole of Corsica. */
  department: string | null;
  /** Number of an arrondissement of Paris, Lyon or Marseille. */
  arrondissement: number | null;
}

/** One spelling for all: "St-Étienne s/ Loire" and "saint etienne sur loire" are the same. */
export function canonicalPlace(text: string): string {
  return normaliseText(text.replace(/\bs\/\s*/gi, "sur "))
    .replace(/\bst\b/g, "saint")
    .replace(/\bste\b/g, "sainte");
}

/** Key for comparison: the spaces go too, so that "lhay" begins "l hay les roses". */
export function compactPlace(canonical: string): string {
  return canonical.replaceAll(" ", "");
}

const ARRONDISSEMENT =
  /^(paris|lyon|marseille) (?:cedex )?0?(\d{1,2}) ?(?:er|e|eme|ieme|nd|nde)?(?: (?:arr|arrdt|arrondissement))?(?: cedex)?$/;

/** A longer text is no place: an address line of the post has 38 characters. */
export const MAX_TYPED = 200;

export function parsePlaceQuery(query: string): PlaceQuery {
  const parsed: PlaceQuery = {
    name: "",
    postcode: null,
    inseeCode: null,
    department: null,
    arrondissement: null,
  };
  let text = canonicalPlace(query.slice(0, MAX_TYPED));
  const postcode = /(?:^| )(\d{5})(?= |$)/.exec(text);
  if (postcode && text.length > 5) {
    parsed.postcode = postcode[1] ?? null;
    text = text.replace(postcode[0], "").trim();
  }
  const quarter = ARRONDISSEMENT.exec(text);
  if (quarter) return { ...parsed, name: quarter[1] ?? "", arrondissement: Number(quarter[2]) };
  text = text.replace(/ cedex\b.*$/, "");
  if (/^2[ab]\d{3}$/.test(text)) return { ...parsed, inseeCode: text.toUpperCase() };
  if (/^\d{1,5}$/.test(text)) return { ...parsed, postcode: text };
  const qualified = /^(.+) (\d{2,3}|2a|2b)$/.exec(text);
  if (qualified)
    return { ...parsed, name: qualified[1] ?? "", department: (qualified[2] ?? "").toUpperCase() };
  return { ...parsed, name: text };
}

/**
 * Départements that a postcode may lie in. Corsica shares the prefix 20; the postcodes 977 and 978 are those of
 * La Réunion CEDEX, while Saint-Barthélemy (INSEE 977) and Saint-Martin (978) use Guadeloupe's prefix 971.
 */
export function departmentsOfPostcode(postcode: string): string[] {
  if (postcode.startsWith("20")) return ["2A", "2B"];
  if (/^97[478]/.test(postcode)) return ["974"];
  if (postcode.startsWith("971")) return ["971", "977", "978"];
  return [/^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)];
}
