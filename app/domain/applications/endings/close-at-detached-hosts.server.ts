import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { applications, hostOrganisations, offers } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { nextStatus } from "../application.ts";
import { applyTransitions } from "../apply-transition.server.ts";
import { applicationClosed } from "../events.ts";
import { lockWithSeats } from "../lock-for-action.server.ts";

const AT_ONCE = 250;

/**
 * Ends what waits at organisations whose SIRET was taken away: nobody there may answer any more, and pupils are told so at once
 * rather than that they were left without an answer. By batches, each one transaction, judged again under its locks; run twice,
 * or on several machines, it ends each once. Confirmed places stay, until their schools have been called.
 */
export async function closeAtDetachedHosts({ db, clock }: UseCaseContext): Promise<number> {
  let closed = 0;
  for (;;) {
    const waiting = await listWaiting(db);
    closed += await db.transaction(async (tx) => {
      const locked = await lockWithSeats(tx, waiting);
      const endings = locked
        .filter(({ status }) => nextStatus(status, "close", "system"))
        .map((application) => ({
          application,
          action: "close" as const,
          event: newEvent(applicationClosed, { applicationId: application.id }),
          actorId: null,
        }));
      await applyTransitions(tx, endings, clock.now());
      return endings.length;
    });
    if (waiting.length < AT_ONCE) return closed;
  }
}

/** Detached organisations are few: the plan starts from them, over the index of each offer's applications. */
function listWaiting(db: Queryable): Promise<{ id: string; offerId: string }[]> {
  return db
    .select({ id: applications.id, offerId: applications.offerId })
    .from(hostOrganisations)
    .innerJoin(offers, eq(offers.organisationId, hostOrganisations.id))
    .innerJoin(applications, eq(applications.offerId, offers.id))
    .where(and(isNotNull(hostOrganisations.detachedAt), sql.raw(isLive("applications"))))
    .orderBy(asc(applications.id))
    .limit(AT_ONCE);
}
