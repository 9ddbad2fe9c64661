import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { endSessions } from "../accounts.store.server.ts";
import { markCompleted, takeLink } from "../links/links.store.server.ts";
import { endLinksOf } from "./carry-out-email-change.server.ts";
import { isOpen } from "./email-change.ts";
import { auditChange, findChangeOfLink, markStopped } from "./email-changes.store.server.ts";

/**
 * "Ce n’est pas moi", by the link that the old mailbox was sent: the change stops, and every session and link of the account
 * ends, those of whoever asked included.
 */
export async function refuseEmailChange(
  { db, clock, origin }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<void, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const change = await findChangeOfLink(tx, linkId, { lock: true });
    if (change?.oldLinkId !== linkId) return err({ code: "not_found" });
    const taken = await takeLink(tx, linkId, now);
    if (!taken.ok) return taken;
    if (!isOpen(change, now)) return err({ code: "expired" });
    await markCompleted(tx, linkId, now);
    await markStopped(tx, change.id, now);
    await endSessions(tx, change.personId);
    await endLinksOf(tx, change, now);
    await auditChange(tx, { origin }, "account.email_change_stopped", change.personId, now);
    return ok();
  });
}
