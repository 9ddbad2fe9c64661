import { err, ok, type Result } from "#app/kernel/result.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { FinishLinkFailure } from "../account.failures.ts";
import { endSessions, findPerson, insertPerson, savePassword } from "../accounts.store.server.ts";
import { passwordChanged } from "../events.ts";
import { openSession, type SignedIn } from "../open-session.server.ts";
import { weaknessOf } from "../password-strength.server.ts";
import { hashPassword } from "../passwords.server.ts";
import { acceptInvitation } from "./invitations.store.server.ts";
import { endOtherLinks, findLink, markCompleted, rightOf } from "./links.store.server.ts";
import { isBeingUsed } from "./one-time-link.ts";

export interface FinishLinkInput {
  linkId: string;
  password: string;
  /** Of someone invited who has no account. */
  name: { firstName: string; lastName: string } | null;
}

/**
 * Whoever used the link chooses a password, and someone invited says who they are: every other session and link of the
 * person ends, and their mailbox is told.
 */
export async function finishLink(
  { db, clock, origin }: UseCaseContext,
  input: FinishLinkInput,
): Promise<Result<SignedIn, FinishLinkFailure>> {
  const now = clock.now();
  const seen = await findLink(db, input.linkId);
  if (!seen || !isBeingUsed(seen, now)) return err({ code: "over" });
  const owner = seen.personId ? await findPerson(db, seen.personId) : null;
  const email = owner?.email ?? seen.email;
  if (!email) return err({ code: "no_account" });
  const { firstName = "", lastName = "" } = owner ?? input.name ?? {};
  const reason = weaknessOf(input.password, [firstName, lastName, email]);
  if (reason) return err({ code: "weak_password", reason });
  // Outside the transaction: it takes a while, and nobody waits behind it.
  const passwordHash = await hashPassword(input.password);

  return inTransaction(
    db,
    async (tx) => {
      const link = await findLink(tx, input.linkId, { lock: true });
      if (!link || !isBeingUsed(link, now)) return err({ code: "over" });
      const isInvited = rightOf(link) !== null;
      if (!owner && !isInvited) return err({ code: "no_account" });
      const personId = owner?.id ?? (await insertPerson(tx, { firstName, lastName, email }, now));
      await acceptInvitation(tx, link, personId, now, { origin });
      await savePassword(tx, { personId, email, passwordHash }, now);
      await endSessions(tx, personId);
      await endOtherLinks(tx, personId, now);
      await markCompleted(tx, link.id, now);
      if (owner) await recordEvent(tx, passwordChanged, { personId }, now);
      return ok(await openSession(tx, personId, now));
    },
    { on: { persons_email_unique: { code: "over" } } },
  );
}
