import { and, asc, eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { hostOrganisations, offers, siretDetachments } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordChanges } from "../../history/record-change.server.ts";
import { hostDetached } from "../../hosts/events.ts";
import { findStanding } from "../../hosts/hosts.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { OFFER_TRANSITIONS } from "../offer.ts";
import { projectOffers } from "../offer-projection.store.server.ts";
import { updateOffer } from "../offers.store.server.ts";
import { lockSeats } from "../seats.store.server.ts";
import type { DetachFailure } from "./moderation.failures.ts";
import { canModerate } from "./moderation.policy.ts";

/**
 * A moderator takes the SIRET away from an organisation that claimed it wrongly. Its members answer for nothing any more and read
 * nothing of pupils, its offers are paused, what waits there is closed by the next sweep (asked for here), the reason is kept and told to them, and the
 * number is free for its rightful host.
 */
export async function detachOrganisation(
  { db, clock, actor, origin }: ActorContext,
  { organisationId, reason }: { organisationId: string; reason: string },
): Promise<Result<void, DetachFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const standing = canModerate(actor) ? await findStanding(tx, organisationId, { lock: true }) : null;
    if (!standing) return err({ code: "not_found" });
    if (standing.detached) return err({ code: "already_decided" });
    await tx
      .update(hostOrganisations)
      .set({ detachedAt: now })
      .where(eq(hostOrganisations.id, organisationId));
    const detachmentId = newId();
    const by = { detachedAt: now, detachedBy: actor.personId };
    await tx.insert(siretDetachments).values({ id: detachmentId, organisationId, reason, ...by });
    await pauseAll(tx, { organisationId, reason, actorId: actor.personId }, now);
    // What waits there is closed at once, not at its deadline.
    await enqueueJob(tx, TASKS.sweepDeadlines, {}, TASKS.sweepDeadlines.name);
    await recordEvent(tx, hostDetached, { detachmentId }, now);
    const on = { kind: "organisation" as const, id: organisationId };
    await appendAudit(tx, { actor, origin }, { action: "organisation.detached", as: "admin", on }, now);
    return ok();
  });
}

/** Takes its offers out of the searches, each with its trace. */
async function pauseAll(
  tx: Transaction,
  { organisationId, reason, actorId }: { organisationId: string; reason: string; actorId: string },
  now: Date,
): Promise<void> {
  const published = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(eq(offers.organisationId, organisationId), eq(offers.status, "published")))
    .orderBy(asc(offers.id))
    .for("no key update");
  const ids = published.map(({ id }) => id);
  const to = OFFER_TRANSITIONS.pause.published;
  if (!to || ids.length === 0) return;
  await lockSeats(tx, ids);
  for (const id of ids) await updateOffer(tx, id, { status: to, updatedAt: now });
  await projectOffers(tx, ids);
  const change = { from: "published", to, actorId, actorRole: "moderator" as const, reason };
  await recordChanges(
    tx,
    ids.map((offerId) => ({ offerId, ...change })),
    now,
  );
}
