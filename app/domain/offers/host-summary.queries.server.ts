import { sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";

export interface OffersSummary {
  published: number;
  paused: number;
  drafts: number;
  /** Seats of the published offers that nobody holds yet, both weeks together. */
  freeSeats: number;
}

/** What the host offers, in four figures: the organisations' offers, and the person's own drafts. */
export async function summariseOffersOfHost(
  db: Queryable,
  organisationIds: readonly string[],
  personId: string,
): Promise<OffersSummary> {
  const ids = sql`${sql.param(`{${organisationIds.join(",")}}`)}::uuid[]`;
  const [row] = await db.execute<OffersSummary & Record<string, unknown>>(sql`
    select
      count(*) filter (where o.status = 'published')::int as published,
      count(*) filter (where o.status = 'paused')::int as paused,
      count(*) filter (where o.status = 'draft')::int as drafts,
      coalesce(sum(free.seats) filter (where o.status = 'published'), 0)::int as "freeSeats"
    from offers o
    left join lateral (
      select sum(p.capacity - p.reserved - p.taken) as seats from offer_seats p where p.offer_id = o.id
    ) free on true
    where (o.organisation_id = any(${ids}) and o.status <> 'draft') or (o.status = 'draft' and o.created_by = ${personId})`);
  return {
    published: row?.published ?? 0,
    paused: row?.paused ?? 0,
    drafts: row?.drafts ?? 0,
    freeSeats: row?.freeSeats ?? 0,
  };
}
