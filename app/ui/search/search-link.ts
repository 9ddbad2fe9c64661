import { paths } from "#app/paths.ts";

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
