import { verifyRegistrationResponse, type RegistrationResponseJSON } from "@simplewebauthn/server";
import { decodeAttestationObject } from "@simplewebauthn/server/helpers";
import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import { passkeys, persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { AddPasskeyFailure } from "../account.failures.ts";
import { isHostOrStaff } from "../actor.ts";
import { passkeyAdded } from "../events.ts";
import { MAX_PASSKEYS, type RelyingParty } from "./passkey.ts";
import { endOfChallenge } from "./passkey-challenge.server.ts";

type Context = ActorContext & { secrets: SecretBox };

/**
 * Keeps a passkey that its owner has just made (WebAuthn level 3, §7.1), and tells them by e-mail. Pupils, who share machines, have
 * none. No attestation is asked for, and none is read: certificates that a client sends could make the service call any address.
 */
export async function addPasskey(
  { db, clock, actor, secrets }: Context,
  { response, label, site }: { response: RegistrationResponseJSON; label: string; site: RelyingParty },
): Promise<Result<void, AddPasskeyFailure>> {
  const now = clock.now();
  const { personId } = actor;
  if (!isHostOrStaff(actor)) return err({ code: "not_offered" });
  const credential = await readCredential(response, site, (challenge) =>
    Boolean(endOfChallenge(secrets, `add ${personId}`, challenge, now)),
  );
  if (!credential) return err({ code: "refused" });
  const { id: credentialId, publicKey, counter, backedUp } = credential;
  return inTransaction(
    db,
    async (tx) => {
      // Locked: of two passkeys added at the same instant, the second is counted with the first.
      await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).for("no key update");
      if ((await tx.$count(passkeys, eq(passkeys.personId, personId))) >= MAX_PASSKEYS)
        return err({ code: "too_many" });
      await tx
        .insert(passkeys)
        .values({ personId, credentialId, publicKey, counter, label, backedUp, createdAt: now });
      await recordEvent(tx, passkeyAdded, { personId }, now);
      return ok();
    },
    { on: { passkeys_credential_key: { code: "already_added" } } },
  );
}

async function readCredential(
  response: RegistrationResponseJSON,
  { id, origin }: RelyingParty,
  expectedChallenge: (challenge: string) => boolean,
) {
  try {
    const attestation = Buffer.from(response.response.attestationObject, "base64url");
    if (decodeAttestationObject(new Uint8Array(attestation)).get("fmt") !== "none") return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: id,
    });
    if (!verified) return null;
    return {
      id: registrationInfo.credential.id,
      publicKey: registrationInfo.credential.publicKey,
      counter: registrationInfo.credential.counter,
      backedUp: registrationInfo.credentialBackedUp,
    };
  } catch {
    // The library tells what is wrong with an answer by throwing.
    return null;
  }
}
