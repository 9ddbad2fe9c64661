import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Transaction } from "#db/client.ts";
import { offerSeats } from "#db/schema/index.ts";
import type { Seats } from "./offer.ts";
import { projectSeats } from "./offer-projection.store.server.ts";

/** Locks the seats of these offers, always in the same order: transactions wait for each other, they never deadlock. */
export async function lockSeats(
  tx: Transaction,
  offerIds: readonly string[],
): Promise<(Seats & { offerId: string })[]> {
  if (offerIds.length === 0) return [];
  const rows = await tx
    .select()
    .from(offerSeats)
    .where(inArray(offerSeats.offerId, [...offerIds]))
    .orderBy(asc(offerSeats.offerId), asc(offerSeats.week))
    .for("update");
  return rows.map((row) => ({ ...row, week: row.week as WeekNumber }));
}

export type SeatMove = "reserve" | "take" | "give_back_reserved" | "give_back_taken";

const MOVES: Record<SeatMove, { reserved: number; taken: number }> = {
  reserve: { reserved: 1, taken: 0 },
  take: { reserved: -1, taken: 1 },
  give_back_reserved: { reserved: -1, taken: 0 },
  give_back_taken: { reserved: 0, taken: -1 },
};

/** Moves one seat of each week and keeps the search projection true. The caller holds the lock of `lockSeats`. */
export async function moveSeats(
  tx: Transaction,
  offerId: string,
  weeks: readonly number[],
  move: SeatMove,
  now: Date,
): Promise<void> {
  const { reserved, taken } = MOVES[move];
  await tx
    .update(offerSeats)
    .set({ reserved: sql`${offerSeats.reserved} + ${reserved}`, taken: sql`${offerSeats.taken} + ${taken}` })
    .where(and(eq(offerSeats.offerId, offerId), inArray(offerSeats.week, [...weeks])));
  await projectSeats(tx, offerId, now);
}
