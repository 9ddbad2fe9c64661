import type { SearchQuery } from "#app/domain/search/search-filters.ts";
import type { SearchPlace } from "#app/domain/search/search-place.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";

interface Made {
  query: SearchQuery;
  where: SearchPlace;
  results: { page: { total: number }; further: boolean } | null;
}

/** Notes a search for statistics, when its first page is shown; the page does not wait for it. */
export function noteSearch(
  { searchLog, clock }: Pick<AppContext, "searchLog" | "clock">,
  { query, where, results }: Made,
): void {
  if (!results || results.further) return;
  const { radiusKm, sectors, family, challenges, periods, words } = query;
  searchLog.note({
    at: clock.now(),
    radiusKm,
    sectors,
    family,
    challenges,
    periods,
    words,
    center: where.kind === "found" ? where.center : null,
    total: results.page.total,
  });
}
