import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { findLink, insertLink, markCompleted } from "../../accounts/links/links.store.server.ts";
import { isBeingUsed } from "../../accounts/links/one-time-link.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { InviteFirstMemberFailure } from "../schools.failures.ts";

/**
 * Whoever reads the school's mailbox says at which address, and as what, they will work: the mailbox proves the school, the
 * invitation that leaves for that address proves the person.
 */
export async function inviteFirstMember(
  { db, clock, origin }: UseCaseContext,
  input: { linkId: string; email: string; role: "schoolHead" | "schoolOffice" },
): Promise<Result<void, InviteFirstMemberFailure>> {
  const now = clock.now();
  const { linkId, email, role } = input;
  return inTransaction(db, async (tx) => {
    const link = await findLink(tx, linkId, { lock: true });
    if (link?.purpose !== "school_claim" || !link.schoolUai || !isBeingUsed(link, now))
      return err({ code: "over" });
    const invitation = { purpose: "school_invitation", personId: null, email } as const;
    const id = await insertLink(tx, { ...invitation, school: { uai: link.schoolUai, role } }, now);
    const on = { kind: "link" as const, id };
    await appendAudit(tx, { origin }, { action: "school_member.invited", as: "mailbox", on }, now);
    await markCompleted(tx, linkId, now);
    return ok();
  });
}
