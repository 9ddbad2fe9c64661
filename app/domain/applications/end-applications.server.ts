import { inArray, sql } from "drizzle-orm";
import { recordChanges } from "#app/domain/history/record-change.server.ts";
import { reprojectLimitedOffers } from "#app/domain/offers/offers.store.server.ts";
import { moveManySeats, type SeatMove } from "#app/domain/offers/seats.store.server.ts";
import { recordEvents, type NewEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { applicationWeeks } from "#db/schema/index.ts";
import type { ApplicationParty, ApplicationStatus } from "./application.ts";
import type { ApplicationRow } from "./applications.store.server.ts";

export interface Ending {
  to: ApplicationStatus;
  event: NewEvent;
  actorId: string | null;
  actorRole: ApplicationParty;
  reason?: string;
}

/** What an ending application gives back, by where it stood. */
const GIVEN_BACK: Partial<Record<ApplicationStatus, SeatMove>> = {
  accepted: "give_back_reserved",
  confirmed: "give_back_taken",
};

/**
 * Ends applications whose rows are locked, whatever their number in the same few requests: the seats they held, or their
 * turn with a host that limits how many it answers at once, are open to others in the searches at once, and those concerned
 * are told. Gives the event of each.
 */
export async function endApplications(
  tx: Transaction,
  endings: readonly (Ending & { application: ApplicationRow })[],
  now: Date,
): Promise<string[]> {
  if (endings.length === 0) return [];
  await writeEndings(tx, endings, now);
  const moves = endings.flatMap(({ application: { status, offerId, weeks } }) => {
    const move = GIVEN_BACK[status];
    return move ? [{ offerId, weeks, move }] : [];
  });
  await moveManySeats(tx, moves, now);
  const moved = new Set(moves.map(({ offerId }) => offerId));
  const offerIds = new Set(endings.map(({ application }) => application.offerId));
  await reprojectLimitedOffers(
    tx,
    [...offerIds].filter((id) => !moved.has(id)),
    now,
  );
  const eventIds = await recordEvents(
    tx,
    endings.map(({ event }) => event),
    now,
  );
  const changes = endings.map(({ application, event: _event, ...change }, index) => ({
    ...change,
    applicationId: application.id,
    from: application.status,
    ...(eventIds[index] ? { eventId: eventIds[index] } : {}),
  }));
  await recordChanges(tx, changes, now);
  return eventIds;
}

async function writeEndings(
  tx: Transaction,
  endings: readonly (Ending & { application: ApplicationRow })[],
  now: Date,
): Promise<void> {
  const statuses = endings.map(({ application: { id }, to }) => ({ id, status: to }));
  await tx.execute(sql`
    update applications a set status = e.status, deadline_at = null, updated_at = ${now.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(statuses)}::json) as e(id uuid, status application_status) where a.id = e.id`);
  await tx
    .update(applicationWeeks)
    .set({ state: "given_back" })
    .where(
      inArray(
        applicationWeeks.applicationId,
        statuses.map(({ id }) => id),
      ),
    );
}
