import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { affiliations } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { endSessions } from "../../accounts/accounts.store.server.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { STAFF_ROLES } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import type { EndMembershipFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";

/** Someone has left the school: from today on they see nothing of it. Their account, and what they did, stay. */
export async function endMembership(
  { db, clock, actor, origin }: ActorContext,
  { uai, personId }: { uai: string; personId: string },
): Promise<Result<void, EndMembershipFailure>> {
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  if (personId === actor.personId) return err({ code: "oneself" });
  const today = parisDate(clock.now());
  return inTransaction(db, async (tx) => {
    const ended = await tx
      .update(affiliations)
      .set({ validTo: today })
      .where(
        and(
          eq(affiliations.personId, personId),
          eq(affiliations.schoolUai, uai),
          inArray(affiliations.role, [...STAFF_ROLES]),
          affiliationInForce(today),
        ),
      )
      .returning({ id: affiliations.id });
    if (ended.length === 0) return err({ code: "not_found" });
    await endSessions(tx, personId);
    const on = { kind: "person" as const, id: personId };
    const as = roleAt(actor, uai);
    await appendAudit(tx, { actor, origin }, { action: "affiliation.ended", as, on }, clock.now());
    return ok();
  });
}
