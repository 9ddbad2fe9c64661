import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { findAffiliations } from "../../accounts/accounts.store.server.ts";
import type { StaffRole } from "../../accounts/actor.ts";
import { findPersonByEmail, insertLink } from "../../accounts/links/links.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import type { InviteColleagueFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";

/** The head or the office invites someone of the school: a link leaves for their address. */
export async function inviteColleague(
  { db, clock, actor, origin }: ActorContext,
  { uai, email, role }: { uai: string; email: string; role: StaffRole },
): Promise<Result<void, InviteColleagueFailure>> {
  const now = clock.now();
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    const known = await findPersonByEmail(tx, email);
    const held = known ? await findAffiliations(tx, known.id, now) : [];
    if (held.some((one) => one.role === role && one.schoolUai === uai))
      return err({ code: "already_member" });
    const invitation = { purpose: "school_invitation", personId: null, email } as const;
    const id = await insertLink(tx, { ...invitation, school: { uai, role } }, now);
    const on = { kind: "link" as const, id };
    const invited = { action: "school_member.invited" as const, as: roleAt(actor, uai), on };
    await appendAudit(tx, { actor, origin }, invited, now);
    return ok();
  });
}
