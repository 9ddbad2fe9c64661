import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { helpRequestSteps } from "#db/schema/index.ts";
import type { HelpStepKind } from "./help-request.ts";

/** Keeps what an adult did about a request; having read it counts once for each. */
export async function insertHelpStep(
  tx: Transaction,
  { requestId, kind, actorId }: { requestId: string; kind: HelpStepKind; actorId: string },
  doneAt: Date,
): Promise<void> {
  await tx
    .insert(helpRequestSteps)
    .values({ id: newId(), requestId, kind, actorId, doneAt })
    .onConflictDoNothing();
}
