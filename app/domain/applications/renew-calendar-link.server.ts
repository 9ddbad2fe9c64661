import { eq, sql } from "drizzle-orm";
import { persons } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";

/** A token tells its version in one byte. */
const LAST_VERSION = 255;

/** Someone else holds the link to the actor's calendar: those made so far open nothing any more. */
export async function renewCalendarLink({ db, actor }: ActorContext): Promise<void> {
  await db
    .update(persons)
    .set({ calendarVersion: sql`${persons.calendarVersion} % ${LAST_VERSION} + 1` })
    .where(eq(persons.id, actor.personId));
}
