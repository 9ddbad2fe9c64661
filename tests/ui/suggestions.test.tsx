import { describe, expect, it } from "vitest";
import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import { reasonsFor, type Reason, type Suggestion } from "#app/domain/discovery/suggestion.ts";
import type { FoundOffer } from "#app/domain/search/found-offer.ts";
import { SuggestionSection, SuggestionsOfTheDay } from "#app/ui/discovery/recommendations.tsx";
import { whyThisOne } from "#app/ui/messages/suggestions.ts";
import { attributesOf, html } from "./render.tsx";

const OFFER: FoundOffer = {
  id: "1",
  title: "Au labo",
  organisation: "Labo",
  town: "Rennes",
  department: "35",
  sectorLabel: "Santé",
  familySlug: "sante",
  glimpse: "Préparer un échantillon",
  replyDays: null,
  publishedOn: "2027-01-10",
  distanceKm: 24.3,
  approximate: false,
  free: { 1: 1, 2: 1 },
  acceptsBothWeeks: true,
  acceptsSingleWeek: true,
  reserved: false,
};

const HABITS: HostHabits = { answered: 8, decided: 10, medianDays: 3 };

type Told = Parameters<typeof reasonsFor>[0];
const why = ({ offer, ...more }: Partial<Omit<Told, "offer">> & { offer?: Partial<FoundOffer> }) =>
  whyThisOne(
    reasonsFor({
      family: "Santé et soin",
      discovery: false,
      interest: undefined,
      habits: null,
      weeks: [1, 2],
      ...more,
      offer: { ...OFFER, ...offer },
    }),
  );

describe("why this one", () => {
  it("tells the family that was looked at, or that never was", () => {
    expect(why({ interest: "viewed" })).toBe("Parce que vous avez regardé des offres « Santé et soin ».");
    expect(why({ interest: "kept" })).toBe(
      "Parce que vous avez une offre « Santé et soin » dans vos favoris.",
    );
    expect(why({ interest: "applied" })).toBe("Parce que vous avez candidaté à une offre « Santé et soin ».");
    expect(why({ interest: "begun" })).toBe(
      "Parce que vous avez commencé une lettre pour une offre « Santé et soin ».",
    );
    expect(why({ discovery: true })).toBe("Pour découvrir autre chose : « Santé et soin ».");
  });

  it("adds what speaks most for the offer: answers, then the way, then the seats", () => {
    expect(why({ interest: "viewed", habits: HABITS, offer: { distanceKm: 1 } })).toBe(
      "Parce que vous avez regardé des offres « Santé et soin ». Cet employeur répond souvent, en général en 3 jours.",
    );
    expect(why({ discovery: true, offer: { distanceKm: 1.5, free: { 1: 4, 2: 4 } } })).toBe(
      "Pour découvrir autre chose : « Santé et soin ». À\u00a0environ 25\u00a0min à pied de votre lycée.",
    );
    expect(why({ offer: { free: { 1: 0, 2: 4 } }, weeks: [2] })).toBe("Encore 4 places en semaine 2.");
    expect(why({ habits: { ...HABITS, medianDays: 1 } })).toBe(
      "Cet employeur répond souvent, en général dans la journée.",
    );
  });

  it("boasts neither of a host that seldom or slowly answers, nor of seats that cannot be had", () => {
    for (const habits of [
      { ...HABITS, answered: 6 },
      { ...HABITS, medianDays: 8 },
      { ...HABITS, medianDays: null },
    ])
      expect(why({ habits })).toBe("À\u00a024,3 km de votre lycée.");
    expect(why({ offer: { free: { 1: 5, 2: 0 }, acceptsSingleWeek: false } })).toBe(
      "À\u00a024,3 km de votre lycée.",
    );
  });

  it("tells kilometres rather than minutes from a point that is not exact", () => {
    expect(why({ offer: { distanceKm: 1.5, approximate: true } })).toBe("À\u00a02 km de votre lycée.");
    expect(why({ offer: { distanceKm: 0.2, approximate: true } })).toBe(
      "À\u00a0moins de 1 km de votre lycée.",
    );
  });
});

describe("the page of suggestions", () => {
  const page = (suggestions: Suggestion[], { surprise = false, placed = false } = {}) =>
    html(<SuggestionsOfTheDay suggestions={suggestions} surprise={surprise} placed={placed} />);
  const near: Reason = { code: "near", km: 1, approximate: false };

  it("lists the offers with why, and leads to the surprises", () => {
    const markup = page([{ offer: OFFER, reasons: [{ code: "viewed", family: "Santé et soin" }] }]);
    expect(markup).toContain("Parce que vous avez regardé des offres « Santé et soin ».");
    expect(markup).toMatch(/<h2[^>]*><a [^>]*>Au labo/);
    expect(markup).toContain("choisies d’après ce que vous avez regardé");
    expect(attributesOf(markup, "surprise=1")).not.toHaveProperty("aria-current");
    expect(
      attributesOf(page([{ offer: OFFER, reasons: [near] }], { surprise: true }), "surprise=1"),
    ).toHaveProperty("aria-current", "page");
  });

  it("claims nothing of what was looked at to who has looked at nothing", () => {
    expect(page([{ offer: OFFER, reasons: [near] }])).not.toContain("ce que vous avez regardé");
  });

  it("says what to do when there is nothing to suggest, and congratulates whoever is placed", () => {
    expect(page([])).toMatch(/Pas de suggestion pour l’instant.*Mes alertes/s);
    expect(page([], { surprise: true })).toContain("Plus de surprise pour aujourd’hui");
    const placed = page([], { placed: true });
    expect(placed).toContain("bravo !");
    expect(placed).not.toContain("Surprends-moi");
  });

  it("takes no room on other pages when there is nothing to suggest", () => {
    expect(html(<SuggestionSection title="Des idées" lead="" suggestions={[]} />)).toBe("");
  });
});
