import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { asc, eq } from "drizzle-orm";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Queryable } from "#db/client.ts";
import { passkeys } from "#db/schema/index.ts";
import type { ActorContext, UseCaseContext } from "../../use-case.ts";
import { findPerson } from "../accounts.store.server.ts";
import type { Actor } from "../actor.ts";
import {
  MAX_PASSKEYS,
  type PasskeyCreation,
  type PasskeyRequest,
  type PasskeyView,
  type RelyingParty,
} from "./passkey.ts";
import { CHALLENGE_MS, newChallenge } from "./passkey-challenge.server.ts";

const SERVICE = "Stage de seconde";

/** The passkeys of whoever asks, the oldest first. */
export async function listPasskeys(db: Queryable, actor: Actor): Promise<PasskeyView[]> {
  return await db
    .select({
      id: passkeys.id,
      label: passkeys.label,
      backedUp: passkeys.backedUp,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.personId, actor.personId))
    .orderBy(asc(passkeys.id))
    .limit(MAX_PASSKEYS);
}

/** What a browser is asked so that its owner can make a passkey: never a second one on the same device. */
export async function proposePasskey(
  { db, clock, actor, secrets }: ActorContext & { secrets: SecretBox },
  site: RelyingParty,
): Promise<PasskeyCreation> {
  const { personId } = actor;
  const person = await findPerson(db, personId);
  const known = await db
    .select({ id: passkeys.credentialId })
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .limit(MAX_PASSKEYS);
  const { extensions: _none, ...creation } = await generateRegistrationOptions({
    rpName: SERVICE,
    rpID: site.id,
    userID: new TextEncoder().encode(personId),
    userName: person?.email ?? SERVICE,
    userDisplayName: person ? `${person.firstName} ${person.lastName}` : SERVICE,
    challenge: newChallenge(secrets, `add ${personId}`, clock.now()),
    timeout: CHALLENGE_MS,
    attestationType: "none",
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return creation;
}

/** What a browser is asked so that someone can sign in: whose passkey it is, the answer tells. */
export async function askForPasskey(
  { clock, secrets }: Pick<UseCaseContext, "clock"> & { secrets: SecretBox },
  site: RelyingParty,
): Promise<PasskeyRequest> {
  const { extensions: _none, ...request } = await generateAuthenticationOptions({
    rpID: site.id,
    challenge: newChallenge(secrets, "enter", clock.now()),
    timeout: CHALLENGE_MS,
    userVerification: "required",
  });
  return request;
}
