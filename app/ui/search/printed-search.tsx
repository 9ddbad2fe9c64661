import { describeSearch } from "#app/domain/discovery/describe-search.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Sort } from "#app/domain/search/search-filters.ts";
import { type CalendarDate, frenchDate } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { SORT_LABELS } from "./search-texts.ts";
import type { AskedQuery } from "./use-live-search.ts";

interface PrintedSearchProps {
  query: AskedQuery;
  place: { label: string } | null;
  corrected: { used: string } | null;
  families: readonly SectorFamily[];
  sort: Sort;
  today: CalendarDate;
}

/** What was searched, how it is sorted and when, for paper: the form that tells it on a screen is not printed. */
export function PrintedSearch({ query, place, corrected, families, sort, today }: PrintedSearchProps) {
  const words = corrected?.used ?? query.words;
  const asked = describeSearch({ ...query, words, place: place?.label ?? null }, families);
  return (
    <p className="print-only">
      {typeset(
        `Recherche du ${frenchDate(today, { year: true })} : ${asked}. Les plus ${SORT_LABELS[sort]} d’abord.`,
      )}
    </p>
  );
}
