import { and, eq } from "drizzle-orm";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable } from "#db/client.ts";
import { guardians } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { nextStatus } from "./application.ts";
import { findApplication, lockApplications } from "./applications.store.server.ts";
import { endApplication } from "./change-application.server.ts";
import { applicationObjected } from "./events.ts";

/**
 * A legal representative of the pupil objects before the confirmation: the application is withdrawn in their name. They have
 * no account: whoever calls this has checked the link that names them.
 */
export async function objectToApplication(
  { db, clock }: UseCaseContext,
  { guardianId, applicationId }: { guardianId: string; applicationId: string },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const found = await findApplication(tx, applicationId);
    if (!found || found.status === "draft" || !(await isGuardianOf(tx, guardianId, found.pupilId)))
      return err({ code: "not_found" });
    await lockSeats(tx, [found.offerId]);
    const [application] = await lockApplications(tx, [applicationId]);
    if (!application) return err({ code: "not_found" });
    const to = nextStatus(application.status, "object", "guardian");
    if (!to) return err({ code: "not_possible", status: application.status });
    const event = newEvent(applicationObjected, { applicationId, guardianId });
    await endApplication(tx, application, { to, event, actorId: null, actorRole: "guardian" }, clock.now());
    return ok();
  });
}

async function isGuardianOf(tx: Queryable, guardianId: string, pupilId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: guardians.id })
    .from(guardians)
    .where(and(eq(guardians.id, guardianId), eq(guardians.pupilId, pupilId)));
  return rows.length > 0;
}
