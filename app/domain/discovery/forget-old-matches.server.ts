import { sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { lastErasure } from "../campaigns/campaign.ts";
import type { UseCaseContext } from "../use-case.ts";
import { ANNOUNCED_AGAIN_AFTER_DAYS } from "./match-offer.server.ts";

/** Rows deleted in one transaction: nobody waits long for it. */
const AT_ONCE = 5_000;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * Forgets the matches that can matter no more: the offer is archived, which is for good, or pupils' data of its campaign
 * are erased. As long as an offer can open again its matches stay, else it would be told twice; what was told lately stays
 * as well: a letter that waits is checked against it. Goes through the offers once, and leaves the rows that others hold
 * to its next run.
 */
export async function forgetOldMatches(
  { db, clock }: UseCaseContext,
  { limit = AT_ONCE } = {},
): Promise<void> {
  const at = clock.now();
  const now = sql`${at.toISOString()}::timestamptz`;
  let from: string | null = FIRST_ID;
  while (from !== null) {
    const gone: { id: string }[] = await db.execute<{ id: string }>(sql`
      with old as (
        select m.saved_search_id, m.offer_id
        from offers o join campaigns c on c.id = o.campaign_id join saved_search_matches m on m.offer_id = o.id
        where o.id >= ${from}::uuid and (o.status = 'archived' or c.ends_on <= ${lastErasure(parisDate(at))}::date)
          and (m.announced_at is null or m.announced_at <= ${now} - ${ANNOUNCED_AGAIN_AFTER_DAYS} * interval '24 hours')
        order by o.id limit ${limit} for update of m skip locked
      ), gone as (
        delete from saved_search_matches m using old
        where m.saved_search_id = old.saved_search_id and m.offer_id = old.offer_id
        returning m.offer_id
      )
      select offer_id as id from gone order by offer_id desc`);
    from = gone.length === limit ? (gone[0]?.id ?? null) : null;
  }
}
