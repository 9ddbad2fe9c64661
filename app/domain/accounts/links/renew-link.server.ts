import { eq } from "drizzle-orm";
import { hostSignUps } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { isStaffRole } from "../actor.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { isOpen } from "../email-change/email-change.ts";
import { findChangeOfLink, replaceLinkOfChange } from "../email-change/email-changes.store.server.ts";
import { moveInvitedClasses } from "./invitations.store.server.ts";
import { findLink, insertLink } from "./links.store.server.ts";
import { isDoneWith } from "./one-time-link.ts";

/** One press asks for a new link in place of one that is over; it goes to the same address, never to whoever holds the old one. */
export async function renewLink(
  { db, clock }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<void, Extract<UseLinkFailure, { code: "not_found" }>>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const change = await findChangeOfLink(tx, linkId, { lock: true });
    const link = await findLink(tx, linkId, { lock: true });
    if (!link || isDoneWith(link) || (change && !isOpen(change, now))) return err({ code: "not_found" });
    const { purpose, personId, email, schoolUai: uai, role, startsOn } = link;
    const school = uai === null ? {} : { school: { uai, role: isStaffRole(role) ? role : null, startsOn } };
    const renewedId = await insertLink(tx, { ...school, purpose, personId, email }, now);
    if (change) await replaceLinkOfChange(tx, change, { from: linkId, to: renewedId });
    await moveInvitedClasses(tx, { from: linkId, to: renewedId });
    await tx.update(hostSignUps).set({ linkId: renewedId }).where(eq(hostSignUps.linkId, linkId));
    return ok();
  });
}
