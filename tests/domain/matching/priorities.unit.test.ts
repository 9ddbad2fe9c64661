import { createHash } from "node:crypto";
import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { EARTH_RADIUS_KM } from "#app/kernel/geo.ts";
import { computeCutoffs, reasonFor } from "#app/domain/matching/cutoffs.ts";
import { drawLottery } from "#app/domain/matching/lottery.ts";
import { BAND_LIMITS_KM, computePriorities, separation } from "#app/domain/matching/priorities.ts";
import { judgedPriorities, isCommittedLottery } from "#app/domain/matching/verifier.ts";
import { comesBefore, eligibleLines, rankOf, type Holding } from "./brute-force.ts";
import { listsOf, offersObtained, randomMarket, runEngine, sized } from "./small-market.ts";

const anySeed = fc.integer({ min: 0, max: 0x7fffffff });
const shape = { pupils: 12, offers: 5, lines: 8, seats: 2 };

describe("The lottery", () => {
  it("is the ascending order of SHA-256 of SEED:ID, recomputed independently", () => {
    const ids = Array.from({ length: sized(20_000, 560_000) }, (_, index) => `élève-${index}`);
    const digest = (id: string) =>
      createHash("sha256")
        .update(Buffer.from(`2027:${id}`, "utf8"))
        .digest("hex");
    const expected = ids
      .map((id, index) => ({ index, hex: digest(id) }))
      .sort((a, b) => (a.hex < b.hex ? -1 : 1))
      .map((entry) => entry.index);
    const lottery = drawLottery("2027", ids);
    expect([...lottery.order]).toEqual(expected);
    expect(expected.every((pupil, place) => lottery.rank[pupil] === place)).toBe(true);
    expect(isCommittedLottery("2027", ids, lottery)).toBe(true);
    expect(isCommittedLottery("2028", ids, lottery)).toBe(false);
  });

  it.each([
    ["élève-94921", "élève-129899"],
    ["élève-149843", "élève-133425"],
  ])("puts %s before %s, whose digests begin with the same 32 bits", (first, second) => {
    const digest = (id: string) => createHash("sha256").update(`2027:${id}`).digest("hex");
    expect(digest(first).slice(0, 8)).toBe(digest(second).slice(0, 8));
    expect(digest(first) < digest(second)).toBe(true);
    for (const ids of [
      ["élève-1", first, second, "élève-2"],
      ["élève-1", second, first, "élève-2"],
    ]) {
      const lottery = drawLottery("2027", ids);
      const drawn = Array.from(lottery.order, (pupil) => ids[pupil]);
      expect(drawn.filter((id) => id === first || id === second)).toEqual([first, second]);
      expect(isCommittedLottery("2027", ids, lottery)).toBe(true);
    }
  });

  it("does not move when a pupil joins", () => {
    const ids = Array.from({ length: 500 }, (_, index) => `p${index}`);
    const before = Array.from(drawLottery("7", ids).order, (pupil) => ids[pupil]!);
    const more = ["newcomer", ...ids];
    const after = Array.from(drawLottery("7", more).order, (pupil) => more[pupil]!);
    expect(after.filter((id) => id !== "newcomer")).toEqual(before);
  });
});

describe("Priorities", () => {
  it("order the applicants of an offer as the rules say, in the engine and in the verifier", () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const market = randomMarket(seed, shape);
        const { tiers } = computePriorities(market);
        const judged = judgedPriorities(
          market.pupils,
          market.offers,
          market.lists,
          market.rules,
          market.rankings,
        );
        const owner = (line: number) =>
          market.lists.start.findLastIndex((start, segment) => start <= line && segment % 3 === 0) / 3;
        for (let line = 0; line < tiers.length; line++) {
          for (let other = 0; other < line; other++) {
            const offer = market.lists.offer[line]!;
            const [mine, theirs] = [owner(line), owner(other)];
            if (market.lists.offer[other] !== offer || mine === theirs) continue;
            const byLottery = market.lottery.rank[mine]! < market.lottery.rank[theirs]!;
            const before = (values: Uint32Array) =>
              values[line] === values[other] ? byLottery : values[line]! < values[other]!;
            expect(before(tiers)).toBe(comesBefore(market, offer, mine, theirs));
            expect(before(judged)).toBe(comesBefore(market, offer, mine, theirs));
          }
        }
      }),
      { numRuns: sized(100, 2000) },
    );
  });

  it("put a distance equal to a limit in the nearer band", () => {
    const northOf = (km: number) => (km / EARTH_RADIUS_KM) * (180 / Math.PI);
    const kms = BAND_LIMITS_KM.flatMap((km) => [km, km + 0.000_01]);
    for (const latitude of [0, 44, 48.11]) {
      const market = randomMarket(1, { ...shape, pupils: 1, offers: kms.length, plain: true });
      market.pupils.latitude.fill(latitude);
      market.pupils.longitude.fill(2);
      kms.forEach((km, offer) => (market.offers.latitude[offer] = latitude + northOf(km)));
      market.offers.longitude.fill(2);
      const lists = listsOf(
        1,
        kms.map((_, offer) => ({ pupil: 0, rank: offer + 1, offer, kind: 0 as const })),
      );
      const bands = kms.map((_, index) => Math.ceil(index / 2));
      const { tiers, width, ranked } = computePriorities({ ...market, lists });
      expect(Array.from(tiers, (tier) => tier - width - ranked)).toEqual(bands);
      const judged = judgedPriorities(market.pupils, market.offers, lists, market.rules);
      expect(Array.from(judged, (value) => value - judged[0]!)).toEqual(bands);
    }
  });
});

describe("The reason of a place", () => {
  it("is what separates its holder from the first one refused there", () => {
    fc.assert(
      fc.property(anySeed, fc.boolean(), (seed, promotion) => {
        const market = randomMarket(seed, shape);
        const lines = eligibleLines(market);
        const outcome = runEngine(market, promotion);
        const { lists, priorities, matching } = outcome;
        const obtained = offersObtained(outcome) as unknown as Holding[];
        for (const kind of [0, 1, 2] as const) {
          const cutoffs = computeCutoffs(lists, priorities, market.lottery, matching, kind);
          obtained.forEach((holding, pupil) => {
            const offer = holding[kind];
            if (offer < 0) return;
            const refused = lines
              .filter((line) => line.offer === offer && line.kind === kind)
              .filter((line) => kind === 0 || obtained[line.pupil]![0] === -1)
              .filter((line) => line.rank < rankOf(lines, line.pupil, obtained[line.pupil]!, kind))
              .map((line) => line.pupil)
              .sort((a, b) => (comesBefore(market, offer, a, b) ? -1 : 1));
            const line = matching.lines[kind][pupil]!;
            const reason = reasonFor(cutoffs, priorities, lists, line);
            expect(reason === "uncontested").toBe(refused.length === 0);
            expect(cutoffs.applicants[offer]).toBe(refused.length + cutoffs.holders[offer]!);
            if (refused.length > 0) expect(reason).toBe(expectedReason(market, offer, pupil, refused[0]!));
          });
        }
      }),
      { numRuns: sized(200, 5000) },
    );
  });

  it("names the strongest rule that tells two tiers apart", () => {
    const priorities = { tiers: new Uint32Array(0), ranked: 4, width: 10 };
    expect(separation(priorities, 5, 15)).toBe("class");
    expect(separation(priorities, 1, 3)).toBe("ranking");
    expect(separation(priorities, 3, 7)).toBe("ranking");
    expect(separation(priorities, 14, 19)).toBe("band");
    expect(separation(priorities, 14, 14)).toBe("lottery");
  });
});

function expectedReason(
  market: ReturnType<typeof randomMarket>,
  offer: number,
  pupil: number,
  other: number,
): string {
  const { pupils, rankings } = market;
  const isPriority = (index: number) =>
    pupils.tags.slice(pupils.tagStart[index], pupils.tagStart[index + 1]).includes(0);
  const order = rankings.pupil.slice(rankings.start[offer], rankings.start[offer + 1]);
  if (isPriority(pupil) !== isPriority(other)) return "class";
  if (order.includes(pupil) || order.includes(other)) return "ranking";
  const unlucky = { ...market, lottery: { ...market.lottery, rank: new Uint32Array(pupils.count) } };
  return comesBefore(unlucky, offer, pupil, other) ? "band" : "lottery";
}
