import { and, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { offerSearch } from "#db/schema/index.ts";

/** As many addresses as one sitemap may hold. */
const MOST_A_DAY = 50_000;

const midnight = (day: CalendarDate) => new Date(`${day}T00:00:00Z`);

/**
 * Days (UTC) on which open offers of the campaign were published, latest first. From one day to the one before, a probe
 * of the index of recent offers: as many as there are days, however many offers.
 */
export async function listPublicationDays(db: Queryable, campaignId: string): Promise<CalendarDate[]> {
  const rows = await db.execute<{ day: CalendarDate }>(sql`
    with recursive days (day) as (
      select (max(published_at) at time zone 'UTC')::date from offer_search where campaign_id = ${campaignId}
      union all
      select (select (max(published_at) at time zone 'UTC')::date from offer_search
        where campaign_id = ${campaignId} and published_at < days.day::timestamp at time zone 'UTC')
      from days where days.day is not null
    )
    select day::text from days where day is not null`);
  return rows.map(({ day }) => day);
}

/** Offers published on this day that everyone may see and someone can still ask for, latest first. */
export async function listOffersPublishedOn(
  db: Queryable,
  { campaignId, day }: { campaignId: string; day: CalendarDate },
): Promise<string[]> {
  const rows = await db
    .select({ offerId: offerSearch.offerId })
    .from(offerSearch)
    .where(
      and(
        eq(offerSearch.campaignId, campaignId),
        gte(offerSearch.publishedAt, midnight(day)),
        lt(offerSearch.publishedAt, midnight(addDays(day, 1))),
        isNull(offerSearch.reservedTo),
      ),
    )
    .orderBy(desc(offerSearch.publishedAt), desc(offerSearch.offerId))
    .limit(MOST_A_DAY);
  return rows.map(({ offerId }) => offerId);
}
