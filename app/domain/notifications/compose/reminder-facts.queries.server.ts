import { eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { persons, pupilReminders } from "#db/schema/index.ts";

/** An encouragement as it was sent, and by whom. */
export async function getReminderFacts(db: Queryable, reminderId: string) {
  const [row] = await db
    .select({
      pupilId: pupilReminders.pupilId,
      kind: pupilReminders.kind,
      words: pupilReminders.words,
      byName: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(pupilReminders)
    .leftJoin(persons, eq(persons.id, pupilReminders.sentBy))
    .where(eq(pupilReminders.id, reminderId));
  return row ?? null;
}
