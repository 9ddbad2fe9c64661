import { eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordEvent } from "../../outbox/record-event.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { findPlacement } from "../placements.store.server.ts";
import { reportedBy } from "../reporter.server.ts";
import { supervisorLinkRequested } from "./events.ts";
import type { SupervisorLinkFailure } from "./supervisor-link.failures.ts";

/** A token has one byte for it; nobody loses so many links. */
const LAST_VERSION = 255;

/**
 * Someone who follows the class sends the host the link to a stay (`send`), closes every link sent so far (`close`), or does both
 * (`replace`). The placement is locked: what a closed link was about to write is refused.
 */
export async function sendSupervisorLink(
  { db, clock, actor }: ActorContext,
  { agreementId, how }: { agreementId: string; how: "send" | "close" | "replace" },
): Promise<Result<void, SupervisorLinkFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const scope = reportedBy(tx, { side: "school", actor });
    const placement = await findPlacement(tx, agreementId, { lock: true, scope });
    if (!placement) return err({ code: "not_found" });
    if (placement.status === "cancelled") return err({ code: "over" });
    if (how !== "send") {
      const supervisorLinkVersion = placement.linkVersion + 1;
      if (supervisorLinkVersion > LAST_VERSION) return err({ code: "no_more_links" });
      await tx.update(agreements).set({ supervisorLinkVersion }).where(eq(agreements.id, agreementId));
    }
    if (how !== "close") await recordEvent(tx, supervisorLinkRequested, { agreementId }, now);
    return ok();
  });
}
