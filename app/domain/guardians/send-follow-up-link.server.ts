import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { guardians } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { staffRoleAt } from "../accounts/actor.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedSchool } from "./class-guardians.queries.server.ts";
import { guardianLinkRequested } from "./events.ts";
import type { SendLinkFailure } from "./guardian.failures.ts";
import { endAccess, endUnusedCodes, lockGuardian } from "./guardians.store.server.ts";

/** A token has one byte for it; nobody loses so many links. */
const LAST_VERSION = 255;

/**
 * Someone who follows the class sends a representative their link: the same again, or a new one after which every link sent
 * before, every code and every open letter is worth nothing.
 */
export async function sendFollowUpLink(
  { db, clock, actor, origin }: ActorContext,
  input: { guardianId: string; replace: boolean },
): Promise<Result<void, SendLinkFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const guardian = await lockGuardian(tx, input.guardianId);
    const followedIn = guardian && (await findFollowedSchool(tx, actor, guardian.pupilId));
    if (!guardian || !followedIn) return err({ code: "not_found" });
    if (!guardian.email && !guardian.phone) return err({ code: "no_contact" });
    if (input.replace) {
      const linkVersion = guardian.linkVersion + 1;
      if (linkVersion > LAST_VERSION) return err({ code: "no_more_links" });
      await tx.update(guardians).set({ linkVersion }).where(eq(guardians.id, guardian.id));
      await endUnusedCodes(tx, guardian.id, now);
      await endAccess(tx, guardian.id, now);
    }
    await recordEvent(tx, guardianLinkRequested, { guardianId: guardian.id }, now);
    const action = input.replace ? "guardian_link.replaced" : "guardian_link.sent";
    const on = { kind: "guardian", id: guardian.id } as const;
    await appendAudit(tx, { actor, origin }, { action, as: staffRoleAt(actor, followedIn), on }, now);
    return ok();
  });
}
