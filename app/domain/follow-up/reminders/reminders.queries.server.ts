import { and, asc, eq, inArray, max } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { persons, pupilReminders } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { getBoard } from "../board/board.queries.server.ts";
import { MOST_REMINDED, planReminder, type Reminder } from "./reminder.ts";

interface PlanQuery {
  campaign: Campaign;
  now: Date;
  pupilIds: readonly string[];
}

/** What these pupils would get, in the order given; those whom the actor does not follow are left out. */
export async function planReminders(
  db: Queryable,
  actor: Actor,
  { campaign, now, pupilIds }: PlanQuery,
): Promise<Reminder[]> {
  const chosen = [...new Set(pupilIds)].filter(isId).slice(0, MOST_REMINDED);
  if (chosen.length === 0) return [];
  const { lines } = await getBoard(db, actor, { campaign, now });
  const lastSent = await listLastSent(db, chosen);
  return chosen.flatMap((pupilId) => {
    const line = lines.find(({ id }) => id === pupilId);
    return line ? [planReminder(line, lastSent.get(pupilId) ?? null, now)] : [];
  });
}

async function listLastSent(db: Queryable, pupilIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db
    .select({ pupilId: pupilReminders.pupilId, at: max(pupilReminders.sentAt) })
    .from(pupilReminders)
    .where(inArray(pupilReminders.pupilId, [...pupilIds]))
    .groupBy(pupilReminders.pupilId);
  return new Map(rows.flatMap(({ pupilId, at }) => (at ? [[pupilId, at] as const] : [])));
}

/** Whom the actor has written to at once. */
export function listSentReminders(
  db: Queryable,
  { personId }: Pick<Actor, "personId">,
  batchId: string,
): Promise<{ id: string; firstName: string; lastName: string }[]> {
  return db
    .select({ id: persons.id, firstName: persons.firstName, lastName: persons.lastName })
    .from(pupilReminders)
    .innerJoin(persons, eq(persons.id, pupilReminders.pupilId))
    .where(and(eq(pupilReminders.batchId, batchId), eq(pupilReminders.sentBy, personId)))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(MOST_REMINDED);
}
