import { normaliseText } from "#app/kernel/text.ts";

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

/** A longer text is no place: an address line of the post has 38 characters. */
export const MAX_TYPED = 200;

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
