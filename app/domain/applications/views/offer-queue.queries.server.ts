import { sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { awaitingHost } from "#db/conditions.ts";

export interface OfferQueue {
  /** Applications that the host answers at once; null without limit. */
  max: number | null;
  /** Applications that wait for an answer. */
  waiting: number;
  /** When a seat, reserved or taken, was last given back. */
  freedAt: Date | null;
}

/** Who waits for an offer, and since when a place is free again. The caller has checked that the offer is the host's. */
export async function getOfferQueue(db: Queryable, offerId: string): Promise<OfferQueue> {
  const [row] = await db.execute<{ max: number | null; waiting: number; freed: string | null }>(sql`
    select o.max_open_applications as max,
      ${sql.raw(awaitingHost("o"))}::int as waiting,
      (select max(c.changed_at) from applications a join state_changes c on c.application_id = a.id
        where a.offer_id = o.id and c.from_status in ('accepted', 'confirmed')
          and c.to_status in ('withdrawn', 'cancelled', 'lapsed', 'released', 'closed'))::text as freed
    from offers o where o.id = ${offerId}`);
  return {
    max: row?.max ?? null,
    waiting: row?.waiting ?? 0,
    freedAt: row?.freed ? new Date(row.freed) : null,
  };
}
