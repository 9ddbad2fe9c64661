import { asc, inArray } from "drizzle-orm";
import { runPrepared, type Transaction } from "#db/client.ts";
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
  return rows;
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
  await moveManySeats(tx, [{ offerId, weeks, move }], now);
}

export interface SeatMoves {
  offerId: string;
  weeks: readonly number[];
  move: SeatMove;
}

/** The same for the seats of several applications, in one request. */
export async function moveManySeats(tx: Transaction, moves: readonly SeatMoves[], now: Date): Promise<void> {
  if (moves.length === 0) return;
  await writeSeatMoves(tx, moves);
  const freed = moves.some(({ move }) => move === "give_back_reserved" || move === "give_back_taken");
  await projectSeats(tx, { offerIds: [...new Set(moves.map(({ offerId }) => offerId))], freed }, now);
}

/** The seats alone: who moves them keeps the search projection true in the same transaction. */
export async function writeSeatMoves(tx: Transaction, moves: readonly SeatMoves[]): Promise<void> {
  const steps = moves.flatMap(({ offerId, weeks, move }) =>
    weeks.map((week) => ({ offer_id: offerId, week, ...MOVES[move] })),
  );
  await runPrepared(tx, WRITE_MOVES, [JSON.stringify(steps)]);
}

const WRITE_MOVES = `
  update offer_seats s set reserved = s.reserved + m.reserved, taken = s.taken + m.taken
  from (
    select offer_id, week, sum(reserved)::int as reserved, sum(taken)::int as taken
    from json_to_recordset($1::json) as step(offer_id uuid, week int, reserved int, taken int)
    group by offer_id, week
  ) m where s.offer_id = m.offer_id and s.week = m.week`;
