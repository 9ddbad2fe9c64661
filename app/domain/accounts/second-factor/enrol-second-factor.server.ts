import { eq } from "drizzle-orm";
import { generateSecret } from "otplib";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import { identities } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { EnrolmentFailure } from "../account.failures.ts";
import { findSecondFactorIdentity, findPerson, findSession } from "../accounts.store.server.ts";
import type { Actor } from "../actor.ts";
import { openVerifiedSession } from "../open-session.server.ts";
import { stepOfCode } from "./check-totp.ts";
import { insertRecoveryCodes } from "./recovery-codes.store.server.ts";
import { sealTotpSecret } from "./totp-secret.ts";

type Context = UseCaseContext & { secrets: SecretBox };

export interface Enrolment {
  /** Base32, for whoever types it. */
  secret: string;
  /** The secret as the page sends it back: sealed for this session's person, so that nothing is written by a reading. */
  sealed: string;
  /** What the QR code says (otpauth://…). */
  uri: string;
}

const ISSUER = "Stage de seconde";

/**
 * A secret for someone who needs a second factor and has none: a new one, or again the one that a page holds, which an application
 * may have read already. Null when there is nothing to enrol.
 */
export async function proposeEnrolment(
  { db, clock, secrets }: Context,
  { token, held = null }: { token: string; held?: string | null },
): Promise<Enrolment | null> {
  const now = clock.now();
  const session = await findSession(db, token, now);
  if (!session || session.verifiedAt) return null;
  const identity = await findSecondFactorIdentity(db, session.personId);
  if (!identity || identity.totpSecret !== null) return null;
  const place = placeOf(session.personId);
  const secret = (held === null ? null : secrets.open(place, held)) ?? generateSecret();
  const person = await findPerson(db, session.personId);
  return {
    secret,
    sealed: secrets.seal(place, secret),
    uri: keyUri(person?.email ?? identity.subject, secret),
  };
}

/**
 * Keeps the secret once a code proves that an application holds it, opens the session, and gives the recovery codes, which are
 * shown this once.
 */
export async function enrolSecondFactor(
  { db, clock, secrets }: Context,
  input: { token: string; sealed: string; code: string },
): Promise<Result<{ token: string; actor: Actor; recoveryCodes: string[] }, EnrolmentFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const session = await findSession(tx, input.token, now);
    if (!session) return err({ code: "no_session" });
    const identity = await findSecondFactorIdentity(tx, session.personId, { lock: true });
    if (!identity || identity.totpSecret !== null) return err({ code: "already_enrolled" });
    const secret = secrets.open(placeOf(session.personId), input.sealed);
    if (secret === null) return err({ code: "no_session" });
    const step = await stepOfCode(secret, input.code, now);
    if (step === null) return err({ code: "wrong_code" });
    const totpSecret = sealTotpSecret(secrets, identity.id, secret);
    await tx.update(identities).set({ totpSecret, totpLastStep: step }).where(eq(identities.id, identity.id));
    const codes = await insertRecoveryCodes(tx, identity.id, now);
    const verified = await openVerifiedSession(tx, input.token, session.personId, now);
    return verified ? ok({ ...verified, recoveryCodes: codes }) : err({ code: "no_session" });
  });
}

function placeOf(personId: string): string {
  return `enrolment:${personId}`;
}

/** Key URI of authenticator applications. */
function keyUri(account: string, secret: string): string {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(ISSUER)}`;
}
