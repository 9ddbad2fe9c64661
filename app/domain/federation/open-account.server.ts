import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { insertAffiliation, insertPerson } from "../accounts/accounts.store.server.ts";
import { hostClaimed } from "../hosts/events.ts";
import { findClaim, insertClaim } from "../hosts/team/host-claims.store.server.ts";
import { takeArrival } from "./arrivals.store.server.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import type { OpenAccountFailure } from "./federation.failures.ts";
import { linkIdentity } from "./linked-identities.store.server.ts";
import { identityOf, letIn, type Recognised } from "./recognise-arrival.server.ts";
import { chosenSchools } from "./staff-schools.store.server.ts";

export interface AccountChoices {
  /** Schools kept, among those that the federation states. */
  uais?: readonly string[];
  siret?: string;
}

/**
 * Makes the account of someone whom a federation has proved to be who they are: staff in the schools they keep, or a host who
 * claims an establishment. An address that has an account is never taken over: its owner signs in and links the identity.
 */
export async function openAccount(
  ctx: FederationContext,
  { provider, browser, uais = [], siret = "" }: Visit & AccountChoices,
): Promise<Result<Recognised, OpenAccountFailure>> {
  const { db, clock, secrets } = ctx;
  const now = clock.now();
  const visit = { provider, browser };
  return inTransaction(
    db,
    async (tx) => {
      const arrival = await takeArrival({ db: tx, secrets }, visit, now);
      const who = arrival?.who;
      if (!arrival || (who?.kind !== "staff" && who?.kind !== "professional")) return err({ code: "over" });
      const { firstName, lastName, email } = who;
      const personId = await insertPerson(tx, { firstName, lastName, email }, now);
      if (who.kind === "staff") {
        const schools = await chosenSchools(tx, who.uais, uais);
        if (schools.length === 0) return err({ code: "no_school_chosen" });
        for (const { uai } of schools)
          await insertAffiliation(tx, { personId, role: who.role, schoolUai: uai, statedBy: provider }, now);
      } else await claim(tx, { personId, siret }, now);
      const { subject } = identityOf({ visit, arrival });
      await linkIdentity(tx, { provider, subject, personId, email }, now);
      return ok(await letIn({ ctx, tx, visit, arrival, now }, personId));
    },
    {
      on: {
        persons_email_unique: { code: "account_exists" },
        identities_issuer_subject_key: { code: "over" },
      },
    },
  );
}

/** An organisation that is here already is joined by a request to its members, never silently. */
async function claim(
  tx: Transaction,
  { personId, siret }: { personId: string; siret: string },
  now: Date,
): Promise<void> {
  await insertClaim(tx, { personId, siret }, now);
  if ((await findClaim(tx, personId))?.organisationId) await recordEvent(tx, hostClaimed, { personId }, now);
}
