import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { lockSeats, writeSeatMoves } from "#app/domain/offers/seats.store.server.ts";
import { projectSeats } from "#app/domain/offers/offer-projection.store.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { seatHolds } from "#db/schema/index.ts";
import type { HoldEnd } from "./hold.ts";

const live = isNull(seatHolds.endedAt);

/** The weeks of this offer in which a seat is kept for the pupil. */
export async function heldWeeks(
  db: Queryable,
  { pupilId, offerId }: { pupilId: string; offerId: string },
): Promise<WeekNumber[]> {
  const rows = await db
    .select({ week: seatHolds.week })
    .from(seatHolds)
    .where(and(eq(seatHolds.pupilId, pupilId), eq(seatHolds.offerId, offerId), live));
  return rows.map(({ week }) => week);
}

/** The offers where a seat is kept for the pupil. */
export async function heldOffers(db: Queryable, pupilId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ offerId: seatHolds.offerId })
    .from(seatHolds)
    .where(and(eq(seatHolds.pupilId, pupilId), live))
    .orderBy(asc(seatHolds.offerId));
  return rows.map(({ offerId }) => offerId);
}

interface Ended {
  pupilId?: string;
  offerId?: string;
  id?: string;
}

/**
 * Ends the holds that fit and gives their seats back, in the same transaction; the caller holds the locks of their seats, and moves
 * other seats of the same offers afterwards when `projected` is false. Gives how many offers it concerned.
 */
export async function endHolds(
  tx: Transaction,
  { pupilId, offerId, id }: Ended,
  end: HoldEnd,
  now: Date,
  { projected = true } = {},
): Promise<number> {
  const ended = await tx
    .update(seatHolds)
    .set({ endedAt: now, end })
    .where(
      and(
        pupilId === undefined ? undefined : eq(seatHolds.pupilId, pupilId),
        offerId === undefined ? undefined : eq(seatHolds.offerId, offerId),
        id === undefined ? undefined : eq(seatHolds.id, id),
        live,
      ),
    )
    .returning({ offerId: seatHolds.offerId, week: seatHolds.week });
  if (ended.length === 0) return 0;
  await giveBack(tx, ended, projected ? now : null);
  return new Set(ended.map((row) => row.offerId)).size;
}

/** Ends the holds whose time is over, oldest first: the seats first, as everywhere. */
export async function endDueHolds(tx: Transaction, limit: number, now: Date): Promise<number> {
  const due = and(live, lte(seatHolds.expiresAt, now));
  const found = await tx
    .select({ id: seatHolds.id, offerId: seatHolds.offerId })
    .from(seatHolds)
    .where(due)
    .orderBy(asc(seatHolds.expiresAt), asc(seatHolds.id))
    .limit(limit);
  await lockSeats(tx, [...new Set(found.map(({ offerId }) => offerId))]);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const ended = await tx
    .update(seatHolds)
    .set({ endedAt: now, end: "expired" })
    .where(and(due, inArray(seatHolds.id, ids)))
    .returning({ offerId: seatHolds.offerId, week: seatHolds.week });
  await giveBack(tx, ended, now);
  return found.length;
}

async function giveBack(
  tx: Transaction,
  seats: readonly { offerId: string; week: WeekNumber }[],
  projectedAt: Date | null,
): Promise<void> {
  await writeSeatMoves(
    tx,
    seats.map(({ offerId, week }) => ({ offerId, weeks: [week], move: "give_back_reserved" })),
  );
  const offerIds = [...new Set(seats.map(({ offerId }) => offerId))];
  if (projectedAt) await projectSeats(tx, { offerIds, freed: true }, projectedAt);
}
