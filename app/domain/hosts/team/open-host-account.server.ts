import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { hostSignUps } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseLinkFailure } from "../../accounts/account.failures.ts";
import { insertPerson, savePassword } from "../../accounts/accounts.store.server.ts";
import { markCompleted, takeLink } from "../../accounts/links/links.store.server.ts";
import { openSession, type SignedIn } from "../../accounts/open-session.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { hostClaimed } from "../events.ts";
import { findClaim, insertClaim } from "./host-claims.store.server.ts";

/**
 * The link proves the address: the account is made as it was asked for. An organisation that is here already is joined by a request
 * to its members, never silently. `no_account`: the address has one since, or nothing was asked for.
 */
export async function openHostAccount(
  { db, clock, origin }: UseCaseContext,
  { linkId }: { linkId: string },
): Promise<Result<SignedIn, UseLinkFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const taken = await takeLink(tx, linkId, now);
      if (!taken.ok) return taken;
      const { email } = taken.value;
      const [typed] = await tx.delete(hostSignUps).where(eq(hostSignUps.linkId, linkId)).returning();
      if (!typed || email === null) return err({ code: "no_account" });
      const { firstName, lastName, passwordHash, siret } = typed;
      const personId = await insertPerson(tx, { firstName, lastName, email }, now);
      await savePassword(tx, { personId, email, passwordHash }, now);
      await insertClaim(tx, { personId, siret }, now, { origin });
      const claim = await findClaim(tx, personId);
      if (claim?.organisationId) await recordEvent(tx, hostClaimed, { personId }, now);
      await markCompleted(tx, linkId, now);
      return ok(await openSession(tx, personId, now));
    },
    { on: { persons_email_unique: { code: "no_account" } } },
  );
}
