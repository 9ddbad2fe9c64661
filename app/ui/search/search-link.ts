import { paths } from "#app/paths.ts";

/** What a search of the whole country gives up: words that were counted as words are not taken for a town once the place is gone. */
export function withoutPlace(current: URLSearchParams): Record<string, string | null> {
  const words = current.get("q")?.trim() ?? "";
  return { lieu: null, lat: null, lon: null, rayon: null, tri: null, saisie: words || null };
}

/** The same search with some filters changed (null takes one away), from its first page. */
export function searchLink(
  current: URLSearchParams,
  changes: Record<string, string | readonly string[] | null>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of current)
    if (value !== "" && name !== "curseur" && !(name in changes)) query.append(name, value);
  for (const [name, values] of Object.entries(changes))
    for (const value of [values ?? []].flat()) query.append(name, value);
  return paths.offers(query);
}

/** Every offer of the country, or of a week of it, is no search to fold away or to be alerted of. */
export function asksSomething(search: URLSearchParams): boolean {
  return ["lieu", "lat", "secteur", "famille", "defi", "q"].some((name) => search.get(name));
}
