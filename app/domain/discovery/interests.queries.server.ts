import { sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { interestsOf, type Interests, type LookedOffer } from "./interests.ts";

/** Offers opened longer ago say little of what interests today. */
const VIEWED_SINCE_DAYS = 42;
const MOST_READ = 300;

/** What the pupil has applied to or begun to, kept, or opened lately, among the offers of this campaign. */
export async function getInterests(
  db: Queryable,
  pupilId: string,
  { campaignId, at }: { campaignId: string; at: Date },
): Promise<Interests> {
  const since = new Date(at.getTime() - VIEWED_SINCE_DAYS * 86_400_000).toISOString();
  const rows = await db.execute<LookedOffer & Record<string, unknown>>(sql`
    select o.id as "offerId", c.family_slug as family, l.kind
    from (
      (select offer_id, case when status = 'draft' then 'begun' else 'applied' end as kind from applications
        where pupil_id = ${pupilId} and campaign_id = ${campaignId} order by updated_at desc limit ${MOST_READ})
      union all
      (select offer_id, 'kept' from favourites where pupil_id = ${pupilId} order by added_at desc limit ${MOST_READ})
      union all
      (select offer_id, 'viewed' from viewed_offers
        where pupil_id = ${pupilId} and viewed_at >= ${since}::timestamptz order by viewed_at desc limit ${MOST_READ})
    ) l
    join offers o on o.id = l.offer_id and o.campaign_id = ${campaignId}
    join sectors c on c.code = o.sector_code`);
  return interestsOf(rows);
}
