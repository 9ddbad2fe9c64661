import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { schoolJoinRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { isStaffRole } from "../../accounts/actor.ts";
import { insertLink } from "../../accounts/links/links.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { schoolJoinRefused } from "../events.ts";
import type { AnswerJoinFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";
import { findJoinRequest } from "./join-requests.store.server.ts";

/**
 * The head or the office lets someone in, by the same invitation as those they invite themselves, or does not. Of two who
 * answer at once, the first decides.
 */
export async function answerJoinRequest(
  { db, clock, actor, origin }: ActorContext,
  { requestId, accepted }: { requestId: string; accepted: boolean },
): Promise<Result<void, AnswerJoinFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const request = await findJoinRequest(tx, requestId, { lock: true });
    if (!request || !canSetUpSchool(actor, request.schoolUai)) return err({ code: "not_found" });
    if (request.answeredAt) return err({ code: "already_answered" });
    const answer = { answeredAt: now, answeredBy: actor.personId, accepted };
    await tx.update(schoolJoinRequests).set(answer).where(eq(schoolJoinRequests.id, requestId));
    const { email, role, schoolUai: uai } = request;
    if (!accepted) await recordEvent(tx, schoolJoinRefused, { requestId }, now);
    else if (isStaffRole(role)) {
      const invitation = { purpose: "school_invitation", personId: null, email } as const;
      await insertLink(tx, { ...invitation, school: { uai, role } }, now);
    }
    const action = accepted ? "join_request.accepted" : "join_request.refused";
    const on = { kind: "join_request", id: requestId } as const;
    await appendAudit(tx, { actor, origin }, { action, as: roleAt(actor, uai), on }, now);
    return ok();
  });
}
