import { inArray, sql, type SQL } from "drizzle-orm";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import { newEvent, recordEvents, type NewEvent } from "#app/domain/outbox/record-event.server.ts";
import { persons } from "#db/schema/index.ts";
import { erasureOf } from "../../campaigns/campaign.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { accountExpiring, purgeAnnounced } from "../events.ts";
import { IDLE_YEARS, NOTICE_DAYS } from "../retention-rules.ts";
import { isPupilUntil, LAST_ACTIVITY, takePersons } from "./due-persons.server.ts";
import { isIdleSince } from "./idle-accounts.server.ts";
import { yearsBefore } from "./years-before.ts";

/** Pupils are told in the two weeks before the yearly erasure, once. */
export async function announcePupilErasures(context: UseCaseContext, limit: number): Promise<number> {
  const today = parisDate(context.clock.now());
  const erasedOn = erasureOf(today);
  const from = addDays(erasedOn, -NOTICE_DAYS);
  if (today < from || today >= erasedOn) return 0;
  const untold = sql`(p.erasure_announced_at is null or p.erasure_announced_at < ${from}::date)`;
  return announce(context, sql`${isPupilUntil(erasedOn)} and ${untold}`, limit, (personId) =>
    newEvent(purgeAnnounced, { personId }),
  );
}

/** Staff and hosts are warned two weeks before their account has been idle for two years; once for each time that they stay away. */
export async function announceIdleAccounts(context: UseCaseContext, limit: number): Promise<number> {
  const now = context.clock.now();
  const soon = new Date(now.getTime() + NOTICE_DAYS * 86_400_000);
  const erasedOn = addDays(parisDate(now), NOTICE_DAYS);
  const untold = sql`(p.erasure_announced_at is null or p.erasure_announced_at <= ${LAST_ACTIVITY})`;
  const idle = isIdleSince(yearsBefore(soon, IDLE_YEARS));
  return announce(context, sql`${idle} and ${untold}`, limit, (personId) =>
    newEvent(accountExpiring, { personId, erasedOn }),
  );
}

async function announce(
  { db, clock }: UseCaseContext,
  condition: SQL,
  limit: number,
  event: (personId: string) => NewEvent,
): Promise<number> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const personIds = await takePersons(tx, condition, limit);
    if (personIds.length === 0) return 0;
    await tx.update(persons).set({ erasureAnnouncedAt: now }).where(inArray(persons.id, personIds));
    await recordEvents(tx, personIds.map(event), now, { priority: 10 });
    return personIds.length;
  });
}
