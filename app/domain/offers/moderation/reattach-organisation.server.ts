import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { hostOrganisations, siretDetachments } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { hostReattached } from "../../hosts/events.ts";
import { findStanding } from "../../hosts/hosts.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import type { ReattachFailure } from "./moderation.failures.ts";
import { canModerate } from "./moderation.policy.ts";

/**
 * A moderator gives its SIRET back to an organisation, while nobody else has taken it. Its members answer for it again and are told;
 * its offers stay paused until one of them opens them.
 */
export async function reattachOrganisation(
  { db, clock, actor, origin }: ActorContext,
  { organisationId }: { organisationId: string },
): Promise<Result<void, ReattachFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const standing = canModerate(actor) ? await findStanding(tx, organisationId, { lock: true }) : null;
      if (!standing) return err({ code: "not_found" });
      if (!standing.detached) return err({ code: "already_decided" });
      await tx
        .update(hostOrganisations)
        .set({ detachedAt: null })
        .where(eq(hostOrganisations.id, organisationId));
      await tx
        .update(siretDetachments)
        .set({ reattachedAt: now, reattachedBy: actor.personId })
        .where(
          and(eq(siretDetachments.organisationId, organisationId), isNull(siretDetachments.reattachedAt)),
        );
      await recordEvent(tx, hostReattached, { organisationId }, now);
      const on = { kind: "organisation" as const, id: organisationId };
      await appendAudit(tx, { actor, origin }, { action: "organisation.reattached", as: "admin", on }, now);
      return ok();
    },
    { on: { host_organisations_siret_unique: { code: "siret_taken" } } },
  );
}
