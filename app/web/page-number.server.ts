const MAX_PAGE = 1000;

/** The page asked for in a query, the first one when it is missing or is no number. */
export function pageOf(query: URLSearchParams): number {
  const page = Number(query.get("page"));
  return Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1;
}
