import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { correctWords } from "#app/domain/search/words/correct-words.server.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { runSearch } from "#app/domain/search/run-search.server.ts";
import { readSearchQuery, type SearchFilters } from "#app/domain/search/search-filters.ts";
import { WordVocabulary } from "#app/domain/search/words/word-vocabulary.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { readSynonyms } from "#db/seed/reference/synonyms.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import { insertSynonyms } from "./many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let campaign: Campaign;
let live: LiveIndex;

beforeAll(async () => {
  const make = factories(database.db, clock);
  world = await make.world();
  const current = await getCurrentCampaign(database.db, clock.now());
  if (!current) throw new Error("No campaign");
  campaign = current;
  await insertSynonyms(database.db, [
    ["jeux vidéo", "gaming"],
    ["notaire", "étude notariale"],
    ["véto", "vétérinaire"],
    ["éducateur", "éducation spécialisée"],
    ["éditrice", "maison d’édition"],
  ]);
  const host = await make.organisation({ name: "Décathlon" });
  const description = "Avec bienveillance.";
  for (const title of ["Assister une vétérinaire", "Créer un jeu vidéo", "Découvrir la boulangerie"])
    await make.offer({
      campaignId: world.campaign.id,
      organisationId: host.id,
      values: { title, description },
    });
  await make.offer({
    campaignId: world.campaign.id,
    organisationId: host.id,
    values: { title: "Visiter un scaphandrier", description, reservedTo: "rep" },
  });
  live = await followOffers(database.url, world.campaign.id, 5);
});
afterAll(() => live.close());

const filtersOf = (words: string): SearchFilters => ({
  campaignId: world.campaign.id,
  center: null,
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words,
  sort: "recentes",
});

describe.each(["the search table", "the index"])("a word that nothing holds, asked of %s", (engine) => {
  const source = () => ({
    db: database.db,
    index: engine === "the index" ? live.of(world.campaign.id) : null,
  });

  it.each([
    ["vetrinaire", "vétérinaire"],
    ["vétérinère", "vétérinaire"],
    ["bouangerie", "boulangerie"],
    ["decatlon", "décathlon"],
    ["boulangerie vetrinaire", "boulangerie vétérinaire"],
    ["notère", "notaire"],
    ["jeuxvideo", "jeux vidéo"],
    ["GAMNIG", "gaming"],
  ])("« %s » is corrected to « %s »", async (typed, used) =>
    expect(await correctWords(source(), filtersOf(typed), null)).toEqual({ typed, used }),
  );

  it.each([
    "vétérinaire",
    "boulang",
    "bienveillance",
    "notaire",
    "soin",
    "le",
    "xyzzyqwk",
    "vto",
    "éducatrice",
  ])("« %s » is left as it is", async (typed) =>
    expect(await correctWords(source(), filtersOf(typed), null)).toBeNull(),
  );

  it("is not corrected to what only a reserved offer holds, which would tell of it", async () =>
    expect(await correctWords(source(), filtersOf("scafandrier"), null)).toBeNull());

  it("is corrected in the search itself, which says so", async () => {
    const search = (q: string) =>
      runSearch(
        database.db,
        {
          query: readSearchQuery(new URLSearchParams({ q }), []),
          where: { kind: "none" },
          campaign,
          families: [],
          index: source().index,
        },
        null,
      );
    expect(await search("vetrinaire")).toMatchObject({
      corrected: { typed: "vetrinaire", used: "vétérinaire" },
      page: { total: 1, offers: [{ title: "Assister une vétérinaire" }] },
    });
    expect(await search("vétérinaire")).toMatchObject({ corrected: null, page: { total: 1 } });
    expect(await search("xyzzyqwk")).toMatchObject({ corrected: null, page: { total: 0 } });
  });
});

describe("a large vocabulary", () => {
  const vocabulary = new WordVocabulary();
  for (const { name, population } of readMunicipalities()) vocabulary.add(name.toLowerCase(), population);
  const words = [
    ...new Set(
      readSynonyms()
        .flat()
        .filter((word) => /^\p{L}{5,}$/u.test(word)),
    ),
  ];
  for (const word of words) vocabulary.add(word, 1e9);

  it("corrects nine words in ten that hold one typo, in less than 5 ms each", () => {
    const random = seededRandom(5);
    const pick = (size: number) => Math.floor(random() * size);
    const times: number[] = [];
    let right = 0;
    for (const word of words) {
      const at = 1 + pick(word.length - 2);
      const letter = "abcdefghijklmnopqrstuvwxyz".charAt(pick(26));
      const typo =
        [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + letter + word.slice(at)][pick(2)] ?? "";
      const start = performance.now();
      if (vocabulary.nearest(typo) === word || vocabulary.has(typo)) right += 1;
      times.push(performance.now() - start);
    }
    expect(right / words.length).toBeGreaterThan(0.9);
    const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    expect(median).toBeLessThan(5);
  });
});
