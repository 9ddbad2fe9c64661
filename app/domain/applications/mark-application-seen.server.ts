import { recordChange } from "#app/domain/history/record-change.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { applications } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { eq } from "drizzle-orm";
import type { ActorContext } from "../use-case.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { loadForAction } from "./change-application.server.ts";
import { applicationSeen } from "./events.ts";

/** The host opened the application: the pupil can see that it was read. Reading again changes nothing. */
export async function markApplicationSeen(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string },
): Promise<Result<void, ChangeFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const loaded = await loadForAction(tx, actor, input.applicationId, "see");
    if (!loaded.ok) return loaded.error.code === "not_possible" ? ok() : loaded;
    const { application, to } = loaded.value;
    await tx
      .update(applications)
      .set({ status: to, updatedAt: now })
      .where(eq(applications.id, application.id));
    const eventId = await recordEvent(tx, applicationSeen, { applicationId: application.id }, now);
    const by = { actorId: actor.personId, actorRole: "host" as const };
    const change = { from: application.status, to, ...by, eventId };
    await recordChange(tx, { applicationId: application.id }, change, now);
    return ok();
  });
}
