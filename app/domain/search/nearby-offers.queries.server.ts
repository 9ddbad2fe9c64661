import { sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Queryable } from "#db/client.ts";
import { inBox, metresFrom, PERIOD_CONDITIONS, visibleTo, within } from "./search-conditions.server.ts";

export interface NearbySearch {
  campaignId: string;
  /** Offers that this pupil has asked for are left out; null for anyone else. */
  pupilId: string | null;
  /** The weeks that must each have a free seat; with none, any week will do. */
  weeks: readonly WeekNumber[];
  center: GeoPoint;
  asker: Eligibility | null;
}

interface NearbyRow extends Record<string, unknown> {
  id: string;
  title: string;
  hostName: string;
  town: string;
  distanceKm: number;
  approximate: boolean;
}

/** Each circle is a short range of the index; most pupils are served by the first. */
const CIRCLES_KM = [10, 30, 100];

/** The nearest offers that a pupil may ask for, for these weeks, among those never asked for: nearest first. */
export async function listNearbyOffers(
  db: Queryable,
  { campaignId, pupilId, weeks, center, asker }: NearbySearch,
  limit = 3,
): Promise<NearbyRow[]> {
  const period =
    weeks.length === 0
      ? sql`(s.free_week_1 > 0 or s.free_week_2 > 0)`
      : PERIOD_CONDITIONS[weeks.length > 1 ? "deux-semaines" : weeks[0] === 2 ? "semaine-2" : "semaine-1"];
  let found: NearbyRow[] = [];
  for (const radiusKm of CIRCLES_KM) {
    found = await db.execute<NearbyRow>(sql`
      with nearest as (
        select s.offer_id, ${metresFrom(center)} as metres from offer_search s
        where ${visibleTo(campaignId, asker)} and ${inBox(center, radiusKm)} and ${within(metresFrom(center), radiusKm)}
          and ${period}
          and not exists (select 1 from applications a
            where a.pupil_id = ${pupilId}::uuid and a.offer_id = s.offer_id and a.status <> 'draft')
        order by metres, s.offer_id limit ${limit}
      )
      select o.id, o.title, h.name as "hostName", t.town, n.metres / 1000.0::float8 as "distanceKm", t.approximate
      from nearest n
      join offers o on o.id = n.offer_id
      join host_organisations h on h.id = o.organisation_id
      join host_sites t on t.id = o.site_id
      order by n.metres, n.offer_id`);
    if (found.length >= limit) break;
  }
  return [...found];
}
