import { sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Queryable } from "#db/client.ts";

export interface OffersSummary {
  published: number;
  paused: number;
  drafts: number;
  /** Seats of the published offers that nobody holds yet, in each week. */
  freeByWeek: Record<WeekNumber, number>;
}

interface SummaryRow extends Record<string, unknown> {
  published: number;
  paused: number;
  drafts: number;
  freeWeek1: number;
  freeWeek2: number;
}

/** What the host offers, in a few figures: the organisations' offers, and the person's own drafts. */
export async function summariseOffersOfHost(
  db: Queryable,
  organisationIds: readonly string[],
  personId: string,
): Promise<OffersSummary> {
  const ids = sql`${sql.param(`{${organisationIds.join(",")}}`)}::uuid[]`;
  const [row] = await db.execute<SummaryRow>(sql`
    select
      count(*) filter (where o.status = 'published')::int as published,
      count(*) filter (where o.status = 'paused')::int as paused,
      count(*) filter (where o.status = 'draft')::int as drafts,
      coalesce(sum(free.first) filter (where o.status = 'published'), 0)::int as "freeWeek1",
      coalesce(sum(free.second) filter (where o.status = 'published'), 0)::int as "freeWeek2"
    from offers o
    left join lateral (
      select sum(p.capacity - p.reserved - p.taken) filter (where p.week = 1) as first,
        sum(p.capacity - p.reserved - p.taken) filter (where p.week = 2) as second
      from offer_seats p where p.offer_id = o.id
    ) free on true
    where (o.organisation_id = any(${ids}) and o.status <> 'draft') or (o.status = 'draft' and o.created_by = ${personId})`);
  return {
    published: row?.published ?? 0,
    paused: row?.paused ?? 0,
    drafts: row?.drafts ?? 0,
    freeByWeek: { 1: row?.freeWeek1 ?? 0, 2: row?.freeWeek2 ?? 0 },
  };
}
