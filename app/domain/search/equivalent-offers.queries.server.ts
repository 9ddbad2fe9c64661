import { sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Queryable } from "#db/client.ts";
import { inBox, metresFrom, PERIOD_CONDITIONS, visibleTo, within } from "./search-conditions.server.ts";

interface EquivalentSearch {
  campaignId: string;
  pupilId: string;
  /** Those in which a seat must be free. */
  weeks: readonly WeekNumber[];
  /** Where the placement was to be. */
  center: GeoPoint;
  familySlug: string;
  /** The host that failed proposes nothing. */
  exceptHostId: string;
  asker: Eligibility;
}

const CIRCLES_KM = [30, 100];

/**
 * Offers that may stand for one that failed: those of its family of sectors first, then the nearest; neither asked for by the pupil
 * nor by the host that failed. More than are needed, since the seats of some may go meanwhile.
 */
export async function listEquivalentOffers(
  db: Queryable,
  { campaignId, pupilId, weeks, center, familySlug, exceptHostId, asker }: EquivalentSearch,
  limit: number,
): Promise<string[]> {
  const period =
    PERIOD_CONDITIONS[weeks.length > 1 ? "deux-semaines" : weeks[0] === 2 ? "semaine-2" : "semaine-1"];
  let found: string[] = [];
  for (const radiusKm of CIRCLES_KM) {
    const rows = await db.execute<{ id: string }>(sql`
      select s.offer_id as id from offer_search s join offers o on o.id = s.offer_id
      where ${visibleTo(campaignId, asker)} and ${inBox(center, radiusKm)} and ${within(metresFrom(center), radiusKm)}
        and ${period} and o.organisation_id <> ${exceptHostId}
        and not exists (select 1 from applications a
          where a.pupil_id = ${pupilId}::uuid and a.offer_id = s.offer_id and a.status <> 'draft')
      order by s.family_slug = ${familySlug} desc, ${metresFrom(center)}, s.offer_id limit ${limit}`);
    found = rows.map(({ id }) => id);
    if (found.length >= limit) break;
  }
  return found;
}
