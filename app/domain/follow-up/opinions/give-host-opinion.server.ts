import { ok, type Result } from "#app/kernel/result.ts";
import { hostOpinions } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { findToldStay } from "../find-told-stay.server.ts";
import type { TellingFailure } from "../telling.failures.ts";
import type { Reporter } from "../reporter.server.ts";
import type { HostOpinion } from "./host-opinion.ts";

/** Whoever received the pupil says, by link, how the stay went; from its last day on, and changed for a month. */
export async function giveHostOpinion(
  { db, clock, reporter }: UseCaseContext & { reporter: Extract<Reporter, { side: "host" }> },
  { agreementId, went, again }: { agreementId: string } & HostOpinion,
): Promise<Result<void, TellingFailure>> {
  const givenAt = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findToldStay(tx, { agreementId, teller: reporter, opens: "last_day" }, givenAt);
    if (!found.ok) return found;
    const opinion = { went, again, givenAt };
    await tx
      .insert(hostOpinions)
      .values({ agreementId, ...opinion })
      .onConflictDoUpdate({ target: hostOpinions.agreementId, set: opinion });
    return ok();
  });
}
