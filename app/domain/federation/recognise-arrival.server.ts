import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { insertAffiliation, insertPerson } from "../accounts/accounts.store.server.ts";
import { openSession, type SignedIn } from "../accounts/open-session.server.ts";
import type { Arrival } from "./arrival.ts";
import { saveArrival, type KeptArrival } from "./arrivals.store.server.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import type { CompleteFailure, Lack } from "./federation.failures.ts";
import { linkGuardian, listFollowedChildren } from "./guardian-identities.store.server.ts";
import { lackOfGuardian, lackOfPupil } from "./lacks.store.server.ts";
import { findLinkedPerson, linkIdentity, type FederatedIdentity } from "./linked-identities.store.server.ts";
import { keepProviderSession } from "./provider-sessions.store.server.ts";
import { awaitRoster, findGuardiansOf, findPupil, keepPupilNumber } from "./pupil-matching.store.server.ts";
import {
  affiliateWithNewSchools,
  endUnstatedRoles,
  findConcernedSchools,
} from "./staff-schools.store.server.ts";

/** What follows an arrival. `choose`: the rest is asked on the page of the arrival. */
export type Recognised = { lack?: Lack | null } & (
  | { next: "signed_in"; session: SignedIn; returnTo: string | null }
  | { next: "follow_up"; token: string }
  | { next: "choose" }
);

export interface Recognition {
  ctx: Pick<FederationContext, "secrets" | "links">;
  tx: Transaction;
  visit: Visit;
  arrival: KeptArrival;
  now: Date;
}

type Outcome = Result<Recognised, CompleteFailure>;

/** Lets in whoever is known, and whoever may be created without being asked anything. */
export async function recogniseArrival(recognition: Recognition): Promise<Outcome> {
  const { tx, arrival, visit, now } = recognition;
  const { who } = arrival;
  if (who.kind === "guardian") return recogniseGuardian(recognition, who);
  const identity = identityOf(recognition);
  const known = await findLinkedPerson(tx, identity, now);
  if (known !== null) {
    if (who.kind === "staff") {
      const { role, uais } = who;
      const statement = { personId: known, provider: identity.provider, role, uais };
      await endUnstatedRoles(tx, statement, now);
      await affiliateWithNewSchools(tx, statement, now);
    }
    return ok(await letIn(recognition, known));
  }
  if (who.kind === "pupil") return recognisePupil(recognition, who);
  if (who.kind === "staff" && (await findConcernedSchools(tx, who.uais)).length === 0)
    return err({ code: "no_school", schoolUai: who.uais[0] ?? null });
  await saveArrival(storeOf(recognition), visit, arrival, now);
  return ok({ next: "choose" });
}

/** A session here, and what ends the one at the federation. */
export async function letIn(
  recognition: Recognition,
  personId: string,
  { proven = false } = {},
): Promise<Extract<Recognised, { next: "signed_in" }>> {
  const { tx, arrival, visit, now } = recognition;
  const { provider, browser } = visit;
  const { idToken, returnTo, secondFactor } = arrival;
  await keepProviderSession(storeOf(recognition), { provider, browser, personId, idToken }, now);
  const session = await openSession(tx, personId, now, { proven: proven || secondFactor });
  return { next: "signed_in", session, returnTo };
}

export function identityOf({ visit, arrival }: Pick<Recognition, "visit" | "arrival">): FederatedIdentity {
  return { provider: visit.provider, subject: arrival.subject };
}

function storeOf({ ctx, tx }: Recognition) {
  return { db: tx, secrets: ctx.secrets };
}

/** A pupil whom no school has listed is created in the school that the federation states, and waits for a class. */
async function recognisePupil(
  recognition: Recognition,
  pupil: Extract<Arrival, { kind: "pupil" }>,
): Promise<Outcome> {
  const { tx, now } = recognition;
  const listed = (await findPupil(tx, pupil, now)) ?? (await findOnceListed(tx, pupil, now));
  if (listed === null && !pupil.isInSeconde) return err({ code: "wrong_level", schoolUai: pupil.uai });
  const created = listed === null ? await createPupil(tx, pupil, now) : null;
  const personId = listed ?? created?.personId;
  if (personId === undefined) return err({ code: "unknown_school", schoolUai: pupil.uai });
  const { provider, subject } = identityOf(recognition);
  await linkIdentity(tx, { provider, subject, personId, email: null }, now);
  await keepPupilNumber(tx, { personId, numberHash: pupil.numberHash });
  const lack = created && (await lackOfPupil(tx, created.schoolUai, now));
  return ok(Object.assign(await letIn(recognition, personId), { lack }));
}

/** The list of the school may be being written: whoever it brings is found once it is, and nobody is created twice. */
async function findOnceListed(
  tx: Transaction,
  pupil: Extract<Arrival, { kind: "pupil" }>,
  now: Date,
): Promise<string | null> {
  if (pupil.uai === null) return null;
  await awaitRoster(tx, pupil.uai);
  return findPupil(tx, pupil, now);
}

async function createPupil(
  tx: Transaction,
  { firstName, lastName, birthDate, uai }: Extract<Arrival, { kind: "pupil" }>,
  now: Date,
): Promise<{ personId: string; schoolUai: string } | null> {
  const [school] = await findConcernedSchools(tx, uai === null ? [] : [uai]);
  if (!school) return null;
  const personId = await insertPerson(tx, { firstName, lastName, email: null, birthDate }, now);
  await insertAffiliation(tx, { personId, role: "pupil", schoolUai: school.uai }, now);
  return { personId, schoolUai: school.uai };
}

/** A legal representative has no account: the page of their only child opens, else a page says what there is. */
async function recogniseGuardian(
  recognition: Recognition,
  guardian: Extract<Arrival, { kind: "guardian" }>,
): Promise<Outcome> {
  const { ctx, tx, visit, arrival, now } = recognition;
  const { provider, subject } = identityOf(recognition);
  for (const guardianId of await findGuardiansOf(tx, guardian))
    await linkGuardian(tx, { provider, subject, guardianId, linkVersion: null }, now);
  const children = await listFollowedChildren({ db: tx, links: ctx.links }, { provider, subject }, now);
  const [only] = children;
  const asked = arrival.guardianToken;
  if (only && children.length === 1 && (asked === null || asked === only.token))
    return ok({ next: "follow_up", token: only.token });
  await saveArrival(storeOf(recognition), visit, arrival, now);
  const lack = only ? null : await lackOfGuardian(tx, guardian.childNumberHashes);
  return ok({ next: "choose", lack });
}
