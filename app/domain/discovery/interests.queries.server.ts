import { sql } from "drizzle-orm";
import { hasRole, type Actor } from "#app/domain/accounts/actor.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { Sort } from "#app/domain/search/search-filters.ts";
import type { Queryable } from "#db/client.ts";
import { interestsOf, type Interests, type LookedOffer } from "./interests.ts";

/** Offers opened longer ago say little of what interests today. */
const VIEWED_SINCE_DAYS = 42;
const MOST_READ = 300;

/**
 * The families that weigh more in a search of this reader: those of a pupil who sorts by "pertinence"; none otherwise,
 * which then costs nothing.
 */
export async function listSearchInterests(
  db: Queryable,
  actor: Actor | null,
  { sort, campaign, at }: { sort: Sort | null; campaign: Campaign | null; at: Date },
): Promise<string[]> {
  if (sort !== "pertinence" || !campaign || !actor || !hasRole(actor, "pupil")) return [];
  const { families } = await getInterests(db, actor.personId, { campaignId: campaign.id, at });
  return [...families.keys()].sort();
}

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
