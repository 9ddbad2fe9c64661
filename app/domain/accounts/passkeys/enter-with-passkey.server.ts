import { verifyAuthenticationResponse, type AuthenticationResponseJSON } from "@simplewebauthn/server";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Transaction } from "#db/client.ts";
import { identities, passkeys } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import type { EnterWithPasskeyFailure } from "../account.failures.ts";
import { findAffiliations, insertSession } from "../accounts.store.server.ts";
import type { SignedIn } from "../open-session.server.ts";
import type { RelyingParty } from "./passkey.ts";
import { endOfChallenge, spendChallenge } from "./passkey-challenge.server.ts";

type Context = UseCaseContext & { secrets: SecretBox };

/**
 * Opens a session for whoever holds a passkey (WebAuthn level 3, §7.2). The device has checked its owner (a finger, a face, a code):
 * that is two factors at once, hence a verified session. A challenge is answered once; a counter that goes back tells of a copy.
 */
export async function enterWithPasskey(
  { db, clock, secrets }: Context,
  { response, site }: { response: AuthenticationResponseJSON; site: RelyingParty },
): Promise<Result<SignedIn, EnterWithPasskeyFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    // Locked: of two answers at the same instant, the second is judged against the counter that the first has left.
    const [passkey] = await tx
      .select()
      .from(passkeys)
      .where(eq(passkeys.credentialId, response.id))
      .for("no key update");
    if (!passkey) return err({ code: "unknown_passkey" });
    const answered = await readAnswer(response, site, passkey, (challenge) =>
      endOfChallenge(secrets, "enter", challenge, now),
    );
    if (!answered || !(await spendChallenge(tx, answered.challenge, answered.expiresAt)))
      return err({ code: "refused" });
    if (!(await isOpenAccount(tx, passkey.personId, now))) return err({ code: "refused" });
    const { counter, backedUp } = answered;
    await tx.update(passkeys).set({ counter, backedUp, lastUsedAt: now }).where(eq(passkeys.id, passkey.id));
    return ok(await openWholeSession(tx, passkey.personId, now));
  });
}

/** Someone all of whose ways in were ended keeps none by a passkey. */
async function isOpenAccount(tx: Transaction, personId: string, now: Date): Promise<boolean> {
  const inForce = or(isNull(identities.validTo), gt(identities.validTo, now));
  return (await tx.$count(identities, and(eq(identities.personId, personId), inForce))) > 0;
}

async function openWholeSession(tx: Transaction, personId: string, now: Date): Promise<SignedIn> {
  const roles = (await findAffiliations(tx, personId, now)).map(({ role }) => role);
  return { token: await insertSession(tx, personId, now, true), personId, secondFactorNeeded: false, roles };
}

async function readAnswer(
  response: AuthenticationResponseJSON,
  { id, origin }: RelyingParty,
  passkey: typeof passkeys.$inferSelect,
  endOf: (challenge: string) => Date | null,
) {
  let expiresAt: Date | null = null;
  let challenge = "";
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (sent) => {
        challenge = sent;
        expiresAt = endOf(sent);
        return expiresAt !== null;
      },
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(passkey.publicKey),
        counter: passkey.counter,
      },
    });
    if (!verified || expiresAt === null) return null;
    const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo;
    return { challenge, expiresAt: expiresAt as Date, counter, backedUp };
  } catch {
    // The library tells what is wrong with an answer by throwing.
    return null;
  }
}
