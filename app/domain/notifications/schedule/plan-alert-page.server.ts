import { sql } from "drizzle-orm";
import { openTo } from "#app/domain/discovery/open-to.server.ts";
import { newEvent, recordEvents } from "#app/domain/outbox/record-event.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import type { Transaction } from "#db/client.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { quietHoursEnd, isQuietHour, startOfDay } from "./quiet-hours.ts";
import { listPeople, type Recipient } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { alertMatched } from "#app/domain/notifications/events.ts";
import { takenDays } from "./waiting-messages.store.server.ts";

export interface PlannedAlertPage {
  planned: number;
  /** The last pupil looked at, when others may follow. */
  last: string | null;
}

/** Messages are written a little before they may leave: those of a morning join its digest. */
const LEAD_MS = 30 * 60_000;
/** Thousands of alerts must not hold back what someone has just answered. */
const AFTER_ANSWERS = 10;

/**
 * Records one event for each pupil of a page to alert to offers now: outside their quiet hours, on a day that has no
 * alert yet, those of daily searches from the morning on. The offers are marked as announced in the same transaction:
 * whatever dies, each is announced once. One process at a time; another finds the lock taken and leaves it to it.
 */
export function planAlertPage(
  { db, clock }: UseCaseContext,
  { after, limit, offerId }: { after: string | null; limit: number; offerId?: string | undefined },
): Promise<PlannedAlertPage> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    if (!(await isAlone(tx))) return { planned: 0, last: null };
    const waiting = await listWaitingPupils(tx, { after, limit, offerId });
    const people = await listPeople(tx, waiting);
    const announcedAt = now.toISOString();
    const alerted = await markAnnounced(tx, await thoseWithRoom(tx, people, now), now);
    const events = alerted.map((personId) => newEvent(alertMatched, { personId, announcedAt }));
    await recordEvents(tx, events, now, { priority: AFTER_ANSWERS });
    return { planned: alerted.length, last: waiting.length === limit ? (waiting.at(-1) ?? null) : null };
  });
}

async function isAlone(tx: Transaction): Promise<boolean> {
  const [row] = await tx.execute<{ alone: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('plan-alerts', 0)) as alone`,
  );
  return row?.alone ?? false;
}

/** Pupils of whom a live search has offers to announce that are still open, the one given among them, in the order of ids. */
async function listWaitingPupils(
  tx: Transaction,
  { after, limit, offerId }: { after: string | null; limit: number; offerId?: string | undefined },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select distinct s.person_id as id from saved_searches s
    where s.stopped_at is null and ${after ? sql`s.person_id > ${after}::uuid` : sql`true`}
      and exists (select 1 from saved_search_matches m join offer_search o on o.offer_id = m.offer_id
        where m.saved_search_id = s.id and m.announced_at is null
          and ${offerId ? sql`m.offer_id = ${offerId}::uuid` : sql`true`})
    order by s.person_id limit ${limit}`);
  return rows.map(({ id }) => id);
}

/** Those who can be written to now, each with what their day says of their matches. */
async function thoseWithRoom(tx: Transaction, people: readonly Recipient[], now: Date) {
  const soon = new Date(now.getTime() + LEAD_MS);
  const awake = people.flatMap(({ personId, email, timeZone }) => {
    if (personId === null || isQuietHour(soon, timeZone)) return [];
    const day = localDate(soon, timeZone);
    const dayStart = startOfDay(soon, timeZone).toISOString();
    const morning = quietHoursEnd(day, timeZone).toISOString();
    return [{ personId, key: email?.toLowerCase() ?? "", day, dayStart, morning }];
  });
  const taken = await takenDays(
    tx,
    awake.map(({ key }) => key),
    awake.map(({ day }) => day),
  );
  return awake
    .filter(({ key, day }) => !taken.has(`${key} ${day}`))
    .map(({ personId, dayStart, morning }) => ({ personId, dayStart, morning }));
}

type Ready = Awaited<ReturnType<typeof thoseWithRoom>>;

/**
 * Gives the pupils who had something due, and had heard of none since their day began. An offer that they cannot ask
 * for any more is left as it is: it would take the day from those that follow. One that is announced for a search is announced
 * for all of the pupil's: the message names each, and a daily search does not announce it again the next morning.
 */
async function markAnnounced(tx: Transaction, ready: Ready, now: Date): Promise<string[]> {
  if (ready.length === 0) return [];
  const rows = await tx.execute<{ id: string }>(sql`
    with ready as (
      select * from json_to_recordset(${JSON.stringify(ready)}::json)
        as r("personId" uuid, "dayStart" timestamptz, morning timestamptz)
    ), due as (
      select distinct s.person_id, m.offer_id
      from ready r
      join saved_searches s on s.person_id = r."personId" and s.stopped_at is null
      join saved_search_matches m on m.saved_search_id = s.id and m.announced_at is null
      join offer_search o on o.offer_id = m.offer_id and ${openTo(sql`s.person_id`, parisDate(now))}
      where (s.frequency = 'instant' or m.matched_at < r.morning)
        and not exists (select 1 from saved_searches q join saved_search_matches t on t.saved_search_id = q.id
          where q.person_id = r."personId" and t.announced_at >= r."dayStart")
    ), together as (
      select m.saved_search_id, m.offer_id
      from due d
      join saved_searches s on s.person_id = d.person_id and s.stopped_at is null
      join saved_search_matches m on m.saved_search_id = s.id and m.offer_id = d.offer_id and m.announced_at is null
      order by m.saved_search_id, m.offer_id
      for update of m
    ), announced as (
      update saved_search_matches m set announced_at = ${now.toISOString()}::timestamptz
      from together t where m.saved_search_id = t.saved_search_id and m.offer_id = t.offer_id
      returning m.saved_search_id
    )
    select distinct s.person_id as id from announced join saved_searches s on s.id = announced.saved_search_id order by id`);
  return rows.map(({ id }) => id);
}
