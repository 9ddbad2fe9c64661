import { describe, expect, it } from "vitest";
import { verifyAssignment } from "#app/domain/matching/verifier.ts";
import { lotteryFromOrder } from "#app/domain/matching/lottery.ts";
import { contractsOf, listsOf } from "./small-market.ts";

type Kind = 0 | 1 | 2;

/** One offer whose pupils, each with a list of one line, all hold what they asked for. */
function holding(seats: readonly [number, number], kinds: readonly Kind[]) {
  const count = kinds.length;
  const place = (length: number) => ({
    latitude: new Float64Array(length),
    longitude: new Float64Array(length),
  });
  const obtained = kinds.map((kind) => [0, 1, 2].map((one) => (one === kind ? 0 : -1)));
  return verifyAssignment(
    {
      pupils: {
        count,
        ...place(count),
        maxKm: new Float64Array(count).fill(30),
        tagStart: new Uint32Array(count + 1),
        tags: new Uint32Array(0),
      },
      offers: {
        count: 1,
        ...place(1),
        sector: new Uint32Array(1),
        seats1: Uint32Array.of(seats[0]),
        seats2: Uint32Array.of(seats[1]),
        reserved: Int32Array.of(-1),
      },
      lists: listsOf(
        count,
        kinds.map((kind, pupil) => ({ pupil, rank: 1, offer: 0, kind })),
      ),
      priorities: new Uint32Array(count),
      lottery: lotteryFromOrder(Uint32Array.from(kinds.keys())),
    },
    contractsOf(obtained),
  );
}

const UP_TO_TWO = [0, 1, 2];

describe("The verifier", () => {
  it("finds each week that holds one contract more than it has seats, and no other", () => {
    for (const first of UP_TO_TWO)
      for (const second of UP_TO_TWO)
        for (const both of UP_TO_TWO)
          for (const one of [...UP_TO_TWO, 3])
            for (const two of [...UP_TO_TWO, 3]) {
              const counts = [both, one, two];
              const kinds = counts.flatMap((number, kind) => Array<Kind>(number).fill(kind as Kind));
              const verdict = holding([first, second], kinds);
              const overfull = [both + one > first ? 1 : 0, both + two > second ? 2 : 0].filter(Boolean);
              const found = verdict.findings.filter(({ fault }) => fault === "week_overfull");
              expect(found.map(({ kind }) => kind)).toEqual(overfull);
              expect(verdict.counts.week_overfull).toBe(overfull.length);
              expect(verdict.stable).toBe(overfull.length === 0);
            }
  });
});
