import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { persons } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { endOfNotice, isOpen, type OpenEmailChange } from "./email-change.ts";
import { findOpenChange } from "./email-changes.store.server.ts";

/** The address of the person signed in, and the change of it that waits. */
export async function getOwnEmail({
  db,
  clock,
  actor,
}: ActorContext): Promise<{ email: string | null; change: OpenEmailChange | null }> {
  const [row] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, actor.personId));
  return { email: row?.email ?? null, change: await findShownChange(db, actor.personId, clock.now()) };
}

async function findShownChange(db: Queryable, personId: string, now: Date): Promise<OpenEmailChange | null> {
  const change = await findOpenChange(db, personId);
  if (!change || !isOpen(change, now)) return null;
  const { newEmail, oldEmail, oldIsLost, oldProvenAt, newProvenAt, requestedAt } = change;
  return {
    newEmail,
    newIsProven: newProvenAt !== null,
    oldIsProven: oldEmail === null || oldProvenAt !== null,
    silentFrom: oldIsLost ? endOfNotice(requestedAt) : null,
  };
}
