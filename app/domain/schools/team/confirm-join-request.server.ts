import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { schoolJoinRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseLinkFailure } from "../../accounts/account.failures.ts";
import { isStaffRole } from "../../accounts/actor.ts";
import { markCompleted, takeLink } from "../../accounts/links/links.store.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { schoolJoinRequested } from "../events.ts";

/** The link proves the address: the school's head and office are told, once, however often the same person asks. */
export async function confirmJoinRequest(
  { db, clock }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<void, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const taken = await takeLink(tx, linkId, now);
    if (!taken.ok) return taken;
    const { purpose, email, schoolUai, role } = taken.value;
    if (purpose !== "school_request" || !email || !schoolUai || !isStaffRole(role))
      return err({ code: "not_found" });
    await markCompleted(tx, linkId, now);
    const requestId = newId();
    const asked = await tx
      .insert(schoolJoinRequests)
      .values({ id: requestId, schoolUai, email, role, requestedAt: now })
      .onConflictDoNothing()
      .returning({ id: schoolJoinRequests.id });
    if (asked.length > 0) await recordEvent(tx, schoolJoinRequested, { requestId }, now);
    return ok();
  });
}
