import { and, eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable } from "#db/client.ts";
import { emailChanges, persons, sessions } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { RequestEmailChangeFailure } from "../account.failures.ts";
import { findPasswordIdentity } from "../accounts.store.server.ts";
import { insertLink } from "../links/links.store.server.ts";
import { passwordMatches } from "../passwords.server.ts";
import { isFresh } from "./email-change.ts";
import { auditChange, findOpenChange, markStopped } from "./email-changes.store.server.ts";

interface RequestEmailChangeInput {
  email: string;
  /** The password; empty for an account that has none, whose session must be a fresh one. */
  current: string;
  sessionId: string;
  /** The owner says that they read the old mailbox no more. */
  oldIsLost: boolean;
}

/**
 * Asks for another address: a link goes to each of the two mailboxes, or to the new one alone when there was none, and nothing
 * changes before they are answered. What was asked before is dropped. Whether somebody has the new address changes nothing here:
 * only the new mailbox is told.
 */
export async function requestEmailChange(
  { db, clock, actor, origin }: ActorContext,
  input: RequestEmailChangeInput,
): Promise<Result<void, RequestEmailChangeFailure>> {
  const now = clock.now();
  const { personId } = actor;
  const { email, oldIsLost } = input;
  const refusal = await refusalOf(db, personId, input, now);
  if (refusal) return err({ code: refusal });
  return inTransaction(db, async (tx) => {
    const [owner] = await tx
      .select({ email: persons.email })
      .from(persons)
      .where(eq(persons.id, personId))
      .for("no key update");
    const oldEmail = owner?.email ?? null;
    if (oldEmail?.toLowerCase() === email.toLowerCase()) return err({ code: "same_address" });
    const before = await findOpenChange(tx, personId, { lock: true });
    if (before) await markStopped(tx, before.id, now);
    const newLinkId = await insertLink(tx, { purpose: "email_change_new", personId, email }, now);
    const oldLinkId =
      oldEmail === null
        ? null
        : await insertLink(tx, { purpose: "email_change_old", personId, email: oldEmail }, now);
    const asked = { personId, oldEmail, newEmail: email, oldIsLost: oldIsLost && oldEmail !== null };
    await tx.insert(emailChanges).values({ ...asked, oldLinkId, newLinkId, requestedAt: now });
    await auditChange(tx, { actor, origin }, "account.email_change_asked", personId, now);
    return ok();
  });
}

/** A stolen cookie is not enough to take an account away. */
async function refusalOf(
  db: Queryable,
  personId: string,
  { current, sessionId }: RequestEmailChangeInput,
  now: Date,
): Promise<"wrong_password" | "sign_in_again" | null> {
  const identity = await findPasswordIdentity(db, { personId }, now);
  if (identity) return (await passwordMatches(identity.passwordHash, current)) ? null : "wrong_password";
  const [session] = await db
    .select({ openedAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)));
  return session && isFresh(session.openedAt, now) ? null : "sign_in_again";
}
