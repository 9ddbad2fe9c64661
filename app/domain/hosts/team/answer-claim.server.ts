import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { hostClaims } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { insertAffiliation } from "../../accounts/accounts.store.server.ts";
import { organisationsOf } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { hostClaimAnswered } from "../events.ts";
import type { AnswerClaimFailure } from "../hosts.failures.ts";
import { endClaim, findClaim } from "./host-claims.store.server.ts";

/** A member lets someone in, or does not; of two who answer at once, the first decides. */
export async function answerClaim(
  { db, clock, actor, origin }: ActorContext,
  { personId, accepted }: { personId: string; accepted: boolean },
): Promise<Result<void, AnswerClaimFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const claim = await findClaim(tx, personId, { lock: true });
    const organisationId = claim?.organisationId;
    if (!organisationId || !organisationsOf(actor).includes(organisationId))
      return err({ code: "not_found" });
    if (claim.refusedAt) return err({ code: "already_answered" });
    if (accepted) {
      await endClaim(tx, personId);
      const by = { actor, origin, as: "employer" as const };
      await insertAffiliation(tx, { personId, role: "employer", organisationId }, now, by);
    } else {
      const refused = { refusedAt: now, refusedBy: actor.personId };
      await tx.update(hostClaims).set(refused).where(eq(hostClaims.personId, personId));
    }
    await recordEvent(tx, hostClaimAnswered, { personId, organisationId, accepted }, now);
    return ok();
  });
}
