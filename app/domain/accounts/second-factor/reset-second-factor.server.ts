import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { identities, passkeys, recoveryCodes, secondFactorResets } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { ResetSecondFactorFailure } from "../account.failures.ts";
import { endSessions, findAffiliations, findSecondFactorIdentity } from "../accounts.store.server.ts";
import { hasRole, isStaffRole, schoolsOf, type Actor, type Affiliation, type Role } from "../actor.ts";
import { secondFactorReset } from "../events.ts";

/**
 * An administrator, or the head or office of the owner's school, takes away a second factor that its owner has lost, and says why: its codes, their passkeys and every session end, the owner is
 * told by e-mail and sets another one up at the next sign-in. Nobody does it to themselves.
 */
export async function resetSecondFactor(
  { db, clock, actor, origin }: ActorContext,
  { personId, reason }: { personId: string; reason: string },
): Promise<Result<void, ResetSecondFactorFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if (!canResetSecondFactor(actor, await findAffiliations(tx, personId, now)))
      return err({ code: "not_found" });
    if (personId === actor.personId) return err({ code: "own_account" });
    const identity = await findSecondFactorIdentity(tx, personId, { lock: true });
    if (!identity?.totpSecret) return err({ code: "nothing_to_reset" });
    await tx
      .update(identities)
      .set({ totpSecret: null, totpLastStep: null })
      .where(eq(identities.id, identity.id));
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.identityId, identity.id));
    // What was lost may hold them too.
    await tx.delete(passkeys).where(eq(passkeys.personId, personId));
    await endSessions(tx, personId);
    await tx.insert(secondFactorResets).values({ personId, resetBy: actor.personId, reason, resetAt: now });
    await recordEvent(tx, secondFactorReset, { personId }, now);
    const on = { kind: "person" as const, id: personId };
    const reset = { action: "account.second_factor_reset" as const, as: capacityOf(actor), on };
    await appendAudit(tx, { actor, origin }, reset, now);
    return ok();
  });
}

function capacityOf(actor: Actor): Role {
  if (hasRole(actor, "admin")) return "admin";
  return hasRole(actor, "schoolHead") ? "schoolHead" : "schoolOffice";
}

/** A school answers for those who work there and nowhere else: whoever is more is known by the administration of the service. */
function canResetSecondFactor(actor: Actor, owner: readonly Affiliation[]): boolean {
  if (hasRole(actor, "admin")) return true;
  const mine = schoolsOf(actor, "schoolOffice", "schoolHead");
  return (
    owner.length > 0 &&
    owner.every(({ role, schoolUai }) => isStaffRole(role) && schoolUai !== null && mine.includes(schoolUai))
  );
}
