import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { FoundOffer } from "./found-offer.ts";
import { bestByFamilyInIndex } from "./offer-index/index-best.ts";
import { metresFrom, scoreOf, searchConditions } from "./search-conditions.server.ts";
import type { SearchFilters } from "./search-filters.ts";
import {
  SHOWN_COLUMNS,
  toFoundOffer,
  type OfferRow,
  type SearchSource,
} from "./search-offers.queries.server.ts";

/** An offer proposed among the best of its family. */
export interface BestOffer {
  offer: FoundOffer;
  family: string;
  organisationId: string;
  score: number;
}

/** A search without words. */
type PlainFilters = SearchFilters & { words: null };

/**
 * The offers of each sector family that come first by relevance (relevance.ts), at most `perFamily` of each, in the order
 * of their scores: one pass of the index or one statement finds them, another reads them, with the asker's rights and
 * free seats checked on the row itself.
 */
export async function listBestByFamily(
  { db, index }: SearchSource,
  filters: PlainFilters,
  asker: Eligibility | null,
  perFamily: number,
): Promise<BestOffer[]> {
  const best = index
    ? bestByFamilyInIndex(index, { filters, asker, words: [] }, perFamily)
    : await db.execute<{ id: string; score: number }>(bestByFamilyQuery(filters, asker, perFamily));
  if (best.length === 0) return [];
  const scores = new Map(best.map(({ id, score }) => [id, score]));
  const rows = await db.execute<BestRow>(bestOffersQuery([...scores.keys()], filters, asker));
  return rows
    .map((row) => ({
      offer: toFoundOffer(row, row.sector_label),
      family: row.family_slug,
      organisationId: row.organisation_id,
      score: scores.get(row.id) ?? 0,
    }))
    .sort((a, b) => b.score - a.score || (a.offer.id < b.offer.id ? 1 : -1));
}

interface BestRow extends OfferRow {
  sector_label: string;
  organisation_id: string;
}

export function bestByFamilyQuery(filters: PlainFilters, asker: Eligibility | null, perFamily: number): SQL {
  const search = { filters, asker, words: null };
  return sql`
    select offer_id as id, score from (
      select s.offer_id, s.score, row_number() over (partition by s.family_slug order by s.score desc, s.offer_id desc) as place
      from (select s.offer_id, s.family_slug, ${scoreOf(search)}::int as score
        from offer_search s where ${searchConditions(search)}) s
    ) ranked where place <= ${perFamily}`;
}

export function bestOffersQuery(
  ids: readonly string[],
  filters: PlainFilters,
  asker: Eligibility | null,
): SQL {
  const { center } = filters;
  return sql`
    select ${sql.raw(SHOWN_COLUMNS)}, o.organisation_id, c.label as sector_label,
      ${center ? metresFrom(center) : sql`null::int`} as metres
    from offer_search s join offers o on o.id = s.offer_id join sectors c on c.code = s.sector_code
    where s.offer_id = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])
      and ${searchConditions({ filters, asker, words: null })}`;
}
