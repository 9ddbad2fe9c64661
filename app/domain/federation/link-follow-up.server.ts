import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { findGuardianByLink } from "../guardians/guardians.queries.server.ts";
import { takeArrival } from "./arrivals.store.server.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import { linkGuardian } from "./guardian-identities.store.server.ts";
import { identityOf } from "./recognise-arrival.server.ts";

/** A parent holds the link that they were sent and the federation's proof, in one browser: from now on the proof opens the page too. */
export async function linkFollowUp(
  ctx: FederationContext,
  { provider, browser }: Visit,
): Promise<Result<{ token: string }, Failure<"over">>> {
  const { db, clock, secrets, links } = ctx;
  const now = clock.now();
  const visit = { provider, browser };
  return inTransaction(db, async (tx) => {
    const arrival = await takeArrival({ db: tx, secrets }, visit, now);
    const token = arrival?.guardianToken;
    if (!token || arrival.who.kind !== "guardian") return err({ code: "over" });
    const guardian = await findGuardianByLink({ db: tx, clock, links }, token);
    const version = links.read("guardian", token)?.version;
    if (!guardian || version === undefined) return err({ code: "over" });
    const { subject } = identityOf({ visit, arrival });
    await linkGuardian(tx, { provider, subject, guardianId: guardian.id, linkVersion: version }, now);
    return ok({ token });
  });
}
