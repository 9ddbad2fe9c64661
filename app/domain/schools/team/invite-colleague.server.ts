import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { findAffiliations } from "../../accounts/accounts.store.server.ts";
import type { ClassTeacherRole, StaffRole } from "../../accounts/actor.ts";
import { inviteToClasses } from "../../accounts/links/invitations.store.server.ts";
import { findPersonByEmail, insertLink } from "../../accounts/links/links.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { classesOfSchool } from "../classes/entrusted-classes.store.server.ts";
import type { InviteColleagueFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";

export interface InviteColleague {
  uai: string;
  email: string;
  role: StaffRole;
  /** Classes of the school that a teacher is entrusted with as soon as they answer, and what they are to them. */
  classGroupIds?: readonly string[];
  classRole?: ClassTeacherRole;
}

/** The head or the office invites someone of the school, and may entrust classes to a teacher: a link leaves for their address. */
export async function inviteColleague(
  { db, clock, actor, origin }: ActorContext,
  { uai, email, role, classGroupIds = [], classRole = "form_teacher" }: InviteColleague,
): Promise<Result<void, InviteColleagueFailure>> {
  const now = clock.now();
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    const known = await findPersonByEmail(tx, email);
    const held = known ? await findAffiliations(tx, known.id, now) : [];
    if (held.some((one) => one.role === role && one.schoolUai === uai))
      return err({ code: "already_member" });
    const classes = role === "teacher" ? [...new Set(classGroupIds)] : [];
    if ((await classesOfSchool(tx, uai, classes)).length < classes.length) return err({ code: "not_found" });
    const invitation = { purpose: "school_invitation", personId: null, email } as const;
    const id = await insertLink(tx, { ...invitation, school: { uai, role } }, now);
    await inviteToClasses(tx, id, { classGroupIds: classes, role: classRole });
    const on = { kind: "link" as const, id };
    const invited = { action: "school_member.invited" as const, as: roleAt(actor, uai), on };
    await appendAudit(tx, { actor, origin }, invited, now);
    return ok();
  });
}
