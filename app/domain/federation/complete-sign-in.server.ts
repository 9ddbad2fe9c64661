import { err, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { readArrival } from "./arrival.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import type { CompleteFailure } from "./federation.failures.ts";
import { takeFlow } from "./flows.store.server.ts";
import { findLinkedPerson, subjectHash } from "./linked-identities.store.server.ts";
import { endUnstatedRoles } from "./staff-schools.store.server.ts";
import { recogniseArrival, type Recognised } from "./recognise-arrival.server.ts";

/**
 * Someone comes back from a federation. The flow is taken first, so that no answer serves twice; the provider is then asked outside
 * any transaction, and what it proves decides in one.
 */
export async function completeSignIn(
  ctx: FederationContext,
  { provider, browser, answer }: Visit & { answer: URLSearchParams },
): Promise<Result<Recognised, CompleteFailure>> {
  const { db, clock, providers, pupilNumbers } = ctx;
  const now = clock.now();
  const visit = { provider, browser };
  const state = answer.get("state") ?? "";
  const flow = await takeFlow(ctx, { provider, browser, state }, now);
  if (!flow) return err({ code: "flow_over" });
  const proven = await providers[provider]?.identify(answer, flow);
  if (!proven) return err({ code: "unavailable" });
  if (!proven.ok) return proven;
  const { subject, claims, secondFactor, idToken } = proven.value;
  const who = readArrival(provider, claims, pupilNumbers);
  if (!who.ok) {
    if (who.error.code === "no_role") await endStatedRoles(ctx, { provider, subject }, now);
    return who;
  }
  const { returnTo, guardianToken } = flow;
  const arrival = {
    who: who.value,
    subject: subjectHash(provider, subject),
    secondFactor,
    idToken,
    returnTo,
    guardianToken,
  };
  return inTransaction(db, (tx) => recogniseArrival({ ctx, tx, visit, arrival, now }), {
    // The same person came by two tabs at the same instant.
    on: {
      identities_issuer_subject_key: { code: "flow_over" },
      pupil_numbers_number_hash_unique: { code: "flow_over" },
    },
  });
}

/** Someone whom the federation gives no role of ours any more loses those that rested upon it, and is told why on the page. */
async function endStatedRoles(
  { db }: FederationContext,
  { provider, subject }: { provider: Visit["provider"]; subject: string },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const identity = { provider, subject: subjectHash(provider, subject) };
    const personId = await findLinkedPerson(tx, identity, now);
    if (personId !== null) await endUnstatedRoles(tx, { personId, provider, role: null, uais: [] }, now);
  });
}
