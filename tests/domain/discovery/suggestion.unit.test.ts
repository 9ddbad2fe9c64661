import { describe, expect, it } from "vitest";
import { interestsOf } from "#app/domain/discovery/interests.ts";
import { reasonsFor } from "#app/domain/discovery/suggestion.ts";
import type { FoundOffer } from "#app/domain/search/found-offer.ts";

const offer: FoundOffer = {
  id: "offer",
  title: "Découvrir un cabinet",
  organisation: "Cabinet",
  town: "Rennes",
  department: "35",
  sectorLabel: "Santé",
  familySlug: "sante",
  glimpse: "Préparer un échantillon",
  replyDays: null,
  publishedOn: "2027-01-10",
  distanceKm: 12,
  approximate: false,
  free: { 1: 1, 2: 1 },
  acceptsBothWeeks: true,
  acceptsSingleWeek: true,
  reserved: false,
};
type Told = Parameters<typeof reasonsFor>[0];
const told = (change: Partial<Told> = {}): Told => ({
  offer,
  family: "Santé",
  discovery: false,
  interest: undefined,
  habits: null,
  weeks: [1, 2],
  ...change,
});
const codes = (change: Partial<Told>) => reasonsFor(told(change)).map(({ code }) => code);
const near = { ...offer, distanceKm: 5 };

describe("why an offer is suggested", () => {
  it("is its distance when nothing else speaks for it, and nothing without a distance", () => {
    expect(reasonsFor(told())).toEqual([{ code: "near", km: 12, approximate: false }]);
    expect(reasonsFor(told({ offer: { ...offer, distanceKm: null } }))).toEqual([]);
  });

  it("is what brought it there: a family never looked at before one that was", () => {
    expect(reasonsFor(told({ discovery: true, interest: "kept" }))).toEqual([
      { code: "discovery", family: "Santé" },
    ]);
    expect(reasonsFor(told({ interest: "kept" }))).toEqual([{ code: "kept", family: "Santé" }]);
  });

  it.each([
    [{ answered: 6, decided: 9, medianDays: 7 }, ["answers"]],
    [{ answered: 5, decided: 9, medianDays: 7 }, ["near"]],
    [{ answered: 9, decided: 9, medianDays: 8 }, ["near"]],
    [{ answered: 9, decided: 9, medianDays: null }, ["near"]],
  ])("is a host that answers often and soon: %o", (habits, expected) =>
    expect(codes({ habits })).toEqual(expected),
  );

  it("is five kilometres at most, said once", () => {
    expect(codes({ offer: near, interest: "viewed" })).toEqual(["viewed", "near"]);
    expect(codes({ offer: { ...offer, distanceKm: 5.1 }, interest: "viewed" })).toEqual(["viewed"]);
    expect(codes({ offer: near })).toEqual(["near"]);
  });

  it("is three seats or more in a week still looked for, that can be had", () => {
    const roomy = { ...offer, free: { 1: 0, 2: 3 } };
    expect(reasonsFor(told({ offer: roomy }))).toEqual([{ code: "seats", seats: 3, week: 2 }]);
    expect(codes({ offer: roomy, weeks: [1] })).toEqual(["near"]);
    expect(codes({ offer: { ...roomy, free: { 1: 0, 2: 2 } } })).toEqual(["near"]);
    const together = { ...roomy, acceptsSingleWeek: false };
    expect(codes({ offer: together })).toEqual(["near"]);
    expect(codes({ offer: together, weeks: [2] })).toEqual(["seats"]);
    expect(codes({ offer: { ...together, free: { 1: 1, 2: 3 } } })).toEqual(["seats"]);
  });

  it("is told in two reasons at most", () => {
    const habits = { answered: 9, decided: 9, medianDays: 2 };
    expect(codes({ offer: { ...near, free: { 1: 9, 2: 9 } }, discovery: true, habits })).toEqual([
      "discovery",
      "answers",
    ]);
  });
});

describe("what a pupil has shown interest in", () => {
  it("keeps of each family the strongest way, and tells what is known from what was only opened", () => {
    const looked = [
      { offerId: "a", family: "Santé", kind: "viewed" as const },
      { offerId: "b", family: "Santé", kind: "applied" as const },
      { offerId: "c", family: "Santé", kind: "kept" as const },
      { offerId: "d", family: "Bois", kind: "viewed" as const },
      { offerId: "e", family: "Bois", kind: "begun" as const },
    ];
    const { families, known, opened } = interestsOf(looked);
    expect([...families]).toEqual([
      ["Santé", "applied"],
      ["Bois", "begun"],
    ]);
    expect([...known]).toEqual(["b", "c", "e"]);
    expect([...opened]).toEqual(["a", "d"]);
  });
});
