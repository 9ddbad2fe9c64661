import { eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { UseLinkFailure } from "../account.failures.ts";
import { findLink, markCompleted, takeLink } from "./links.store.server.ts";

/**
 * The address that someone gave becomes that of their account. Both ends are proved: the link was read there, and whoever
 * presses it has the account open, so that a mistyped address opens it to nobody. `no_account`: another one has the address.
 */
export async function proveEmail(
  { db, clock, actor }: ActorContext,
  { linkId }: { linkId: string },
): Promise<Result<void, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const seen = await findLink(tx, linkId);
      if (!seen?.email || seen.purpose !== "email_proof") return err({ code: "not_found" });
      if (seen.personId !== actor.personId) return err({ code: "no_account" });
      const taken = await takeLink(tx, linkId, now);
      if (!taken.ok) return taken;
      await tx.update(persons).set({ email: seen.email }).where(eq(persons.id, actor.personId));
      await markCompleted(tx, linkId, now);
      return ok();
    },
    { on: { persons_email_unique: { code: "no_account" } } },
  );
}
