import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { chooseOffers, type Choice } from "#app/domain/discovery/recommendation.ts";

const FAMILIES = ["sante", "numerique", "culture", "nature", "droit", "commerce"];

interface Known {
  offer: { id: string };
  family: string;
  organisationId: string;
}

/** Candidates best first, from a few hosts, and what the pupil has done. */
const situation = fc.record({
  candidates: fc
    .array(
      fc.record({
        family: fc.constantFrom(...FAMILIES),
        organisationId: fc.integer({ min: 0, max: 25 }).map(String),
      }),
      { maxLength: 80 },
    )
    .map((list) => list.map((one, place): Known => ({ ...one, offer: { id: `offer ${place}` } }))),
  looked: fc.subarray(FAMILIES).map((list) => new Set(list)),
  known: fc
    .array(fc.integer({ min: 0, max: 79 }))
    .map((list) => new Set(list.map((place) => `offer ${place}`))),
  opened: fc
    .array(fc.integer({ min: 0, max: 79 }))
    .map((list) => new Set(list.map((place) => `offer ${place}`))),
  limit: fc.constantFrom(3, 5, 20),
  seed: fc.constantFrom("pupil 2027-03-01", "pupil 2027-03-02", "other 2027-03-01"),
  surprise: fc.boolean(),
});

const idsOf = (candidates: readonly Known[], choice: Choice) =>
  chooseOffers(candidates, choice).map(({ candidate }) => candidate.offer.id);

/** One offer a host: the rule on hosts takes nothing away. */
function offersOf(counts: Record<string, number>): Known[] {
  return Object.entries(counts).flatMap(([family, count]) =>
    Array.from({ length: count }, (_, place) => ({
      offer: { id: `${family} ${place}` },
      family,
      organisationId: `${family} ${place}`,
    })),
  );
}

const choice = (values: Partial<Choice> = {}): Choice => ({
  looked: new Set(["sante"]),
  known: new Set(),
  opened: new Set(),
  limit: 20,
  seed: "pupil 2027-03-01",
  surprise: false,
  ...values,
});

describe("the choice of suggestions", () => {
  it("shows what was opened already after the rest of the families looked at", () => {
    const opened = new Set(["sante 0", "sante 2"]);
    expect(idsOf(offersOf({ sante: 4 }), choice({ opened }))).toEqual([
      "sante 1",
      "sante 3",
      "sante 0",
      "sante 2",
    ]);
  });

  it("gives one place in five, the fifth, to a family never looked at, wherever there are enough of both", () => {
    const enough = offersOf({ sante: 16, culture: 2, numerique: 1, droit: 1 });
    const places = chooseOffers(enough, choice()).map(({ candidate, discovery }) => {
      expect(discovery).toBe(candidate.family !== "sante");
      return discovery;
    });
    expect(places).toEqual(Array.from({ length: 20 }, (_, place) => place % 5 === 4));
  });

  it("gives at least one place in five to other families, as long as one has an offer left", () => {
    fc.assert(
      fc.property(situation, ({ candidates, ...asked }) => {
        const chosen = chooseOffers(candidates, { ...asked, surprise: false });
        const fresh = chosen.filter(({ candidate }) => !asked.looked.has(candidate.family)).length;
        const listed = new Set(chosen.map(({ candidate }) => candidate));
        const counts = new Map<string, number>();
        for (const { candidate } of chosen)
          counts.set(candidate.organisationId, (counts.get(candidate.organisationId) ?? 0) + 1);
        const more = candidates.some(
          (one) =>
            !listed.has(one) &&
            !asked.looked.has(one.family) &&
            !asked.known.has(one.offer.id) &&
            (counts.get(one.organisationId) ?? 0) < 2,
        );
        if (more) expect(fresh).toBeGreaterThanOrEqual(Math.floor(chosen.length / 5));
      }),
    );
  });

  it("gives the same list for the same situation, and the beginning of it when fewer are asked for", () => {
    fc.assert(
      fc.property(situation, ({ candidates, ...asked }) => {
        const list = idsOf(candidates, asked);
        expect(idsOf([...candidates], { ...asked })).toEqual(list);
        expect(idsOf(candidates, { ...asked, limit: 3 })).toEqual(list.slice(0, 3));
      }),
    );
  });

  it("holds each offer once, none that the pupil knows, and two of a host at most", () => {
    fc.assert(
      fc.property(situation, ({ candidates, ...asked }) => {
        const chosen = chooseOffers(candidates, asked);
        const ids = chosen.map(({ candidate }) => candidate.offer.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(asked.limit);
        expect(ids.filter((id) => asked.known.has(id))).toEqual([]);
        for (const { candidate } of chosen)
          expect(
            chosen.filter(({ candidate: other }) => other.organisationId === candidate.organisationId).length,
          ).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("keeps offers of the families looked at in the order of their scores, those opened last", () => {
    fc.assert(
      fc.property(situation, ({ candidates, ...asked }) => {
        const familiar = chooseOffers(candidates, asked)
          .map(({ candidate }) => candidate)
          .filter(({ family }) => asked.looked.has(family));
        const wasOpened = ({ offer }: Known) => Number(asked.opened.has(offer.id));
        expect(familiar).toEqual(
          [...familiar].sort(
            (a, b) => wasOpened(a) - wasOpened(b) || candidates.indexOf(a) - candidates.indexOf(b),
          ),
        );
      }),
    );
  });

  it("surprises with families never looked at, and with nothing else", () => {
    fc.assert(
      fc.property(situation, ({ candidates, ...asked }) => {
        const chosen = chooseOffers(candidates, { ...asked, surprise: true });
        for (const { candidate, discovery } of chosen) {
          expect(discovery).toBe(true);
          expect(asked.looked.has(candidate.family)).toBe(false);
        }
      }),
    );
  });

  it("draws other families on another day, each family before any comes twice", () => {
    const candidates = offersOf({ culture: 3, nature: 3, numerique: 3, droit: 3, commerce: 3 });
    const days = Array.from({ length: 30 }, (_, day) =>
      chooseOffers(candidates, choice({ surprise: true, seed: `pupil 2027-03-${day}`, limit: 5 })).map(
        ({ candidate }) => candidate.family,
      ),
    );
    for (const families of days) expect(new Set(families).size).toBe(5);
    expect(new Set(days.map(([first]) => first)).size).toBe(5);
  });

  it("shows to who has looked at nothing yet the best of each family, the best family first", () => {
    const candidates = offersOf({ numerique: 2, sante: 1, culture: 3 });
    const list = chooseOffers(candidates, choice({ looked: new Set() }));
    expect(list.map(({ candidate }) => candidate.offer.id)).toEqual([
      ...["numerique 0", "sante 0", "culture 0", "numerique 1", "culture 1", "culture 2"],
    ]);
    expect(list.some(({ discovery }) => discovery)).toBe(false);
  });

  it("fills in with the other kind when one runs out", () => {
    const list = idsOf(offersOf({ sante: 2, culture: 3 }), choice());
    expect(list).toEqual(["sante 0", "sante 1", "culture 0", "culture 1", "culture 2"]);
    expect(idsOf(offersOf({ sante: 6 }), choice())).toHaveLength(6);
  });
});
