import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { hasRole, needsSecondFactor, type Actor } from "../accounts/actor.ts";
import { identityLinked } from "../accounts/events.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import { takeArrival } from "./arrivals.store.server.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import type { LinkFailure } from "./federation.failures.ts";
import { linkIdentity } from "./linked-identities.store.server.ts";
import { identityOf, letIn, type Recognised } from "./recognise-arrival.server.ts";
import { affiliateWithNewSchools, chosenSchools } from "./staff-schools.store.server.ts";

/**
 * Both ends are proved: the account by the session in this browser, the identity by the federation in the same browser. The account
 * keeps its history, under its new way in, of which its owner is told; staff also enter the schools that they keep among those stated.
 */
export async function linkAccount(
  ctx: FederationContext,
  { provider, browser, actor, uais = [] }: Visit & { actor: Actor; uais?: readonly string[] },
): Promise<Result<Recognised, LinkFailure>> {
  const { db, clock, secrets } = ctx;
  const now = clock.now();
  const visit = { provider, browser };
  return inTransaction(
    db,
    async (tx) => {
      const arrival = await takeArrival({ db: tx, secrets }, visit, now);
      const who = arrival?.who;
      if (!arrival || (who?.kind !== "staff" && who?.kind !== "professional")) return err({ code: "over" });
      if (hasRole(actor, "pupil")) return err({ code: "other_kind" });
      const { personId } = actor;
      if (who.kind === "staff") {
        const schools = await chosenSchools(tx, who.uais, uais);
        if (schools.length === 0) return err({ code: "no_school_chosen" });
        const kept = schools.map(({ uai }) => uai);
        await affiliateWithNewSchools(tx, { personId, provider, role: who.role, uais: kept }, now);
      }
      const { subject } = identityOf({ visit, arrival });
      await linkIdentity(tx, { provider, subject, personId, email: who.email }, now);
      await recordEvent(tx, identityLinked, { personId }, now);
      // Whoever needed a second factor to be here has just given it.
      const proven = needsSecondFactor(actor.affiliations.map(({ role }) => role));
      return ok(await letIn({ ctx, tx, visit, arrival, now }, personId, { proven }));
    },
    { on: { identities_issuer_subject_key: { code: "over" } } },
  );
}
