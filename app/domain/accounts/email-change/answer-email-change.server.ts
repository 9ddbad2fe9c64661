import { eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { emailChanges } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import type { Actor } from "../actor.ts";
import { markCompleted, takeLink } from "../links/links.store.server.ts";
import { ADDRESS_TAKEN, carryOutIfProven, type AnsweredChange } from "./carry-out-email-change.server.ts";
import { isOpen } from "./email-change.ts";
import { findChangeOfLink } from "./email-changes.store.server.ts";

/**
 * One of the two mailboxes agrees to a change of address; the second to do so changes it. The link of the new one is pressed by
 * whoever has the account open, so that a mistyped address opens it to nobody; the old one may be read anywhere. `no_account`:
 * the link is pressed from another account, or somebody has the address since.
 */
export async function answerEmailChange(
  { db, clock, origin }: UseCaseContext,
  { linkId, actor }: { linkId: string; actor: Actor | null },
): Promise<Result<AnsweredChange, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const change = await findChangeOfLink(tx, linkId, { lock: true });
      if (!change) return err({ code: "not_found" });
      const isNew = change.newLinkId === linkId;
      if (isNew && actor?.personId !== change.personId) return err({ code: "no_account" });
      const taken = await takeLink(tx, linkId, now);
      if (!taken.ok) return taken;
      if (!isOpen(change, now)) return err({ code: "expired" });
      await markCompleted(tx, linkId, now);
      const proof = isNew ? { newProvenAt: now } : { oldProvenAt: now };
      const [proven] = await tx
        .update(emailChanges)
        .set(proof)
        .where(eq(emailChanges.id, change.id))
        .returning();
      const by = { actor: actor ?? undefined, origin };
      return ok(await carryOutIfProven(tx, proven ?? change, by, now));
    },
    { on: ADDRESS_TAKEN },
  );
}
