import { sql, type SQL } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { searchOffers } from "#app/domain/search/search-offers.queries.server.ts";
import { forgetSynonyms, readSynonymBook } from "#app/domain/search/words/synonym-book.server.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import type { Queryable } from "#db/client.ts";
import { offerSearch, searchSynonyms } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import { insertSynonyms } from "./many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
let campaignId = "";
let live: LiveIndex;
const OFFERS = {
  veto: ["Journée avec un véto", "Clinique des Lices", "Observer."],
  veterinaire: ["Assister une vétérinaire", "Clinique du Port", "Observer."],
  host: ["Accueil des clients", "Cabinet vétérinaire du Pont", "Observer."],
  told: ["Soigner à la ferme", "Ferme du Bois", "Suivre la vétérinaire."],
  game: ["Créer un jeu vidéo", "Studio Pixel", "Observer."],
  games: ["Studio de jeux vidéo", "Studio Arcade", "Observer."],
  gaming: ["Le gaming de l’intérieur", "Arène", "Observer."],
  video: ["Monter une vidéo", "Studio Image", "Observer."],
} as const;
type Name = keyof typeof OFFERS;
const ids = new Map<string, Name>();

beforeAll(async () => {
  const make = factories(database.db, clock);
  const world = await make.world();
  campaignId = world.campaign.id;
  await database.db.delete(offerSearch);
  for (const [name, [title, host, description]] of Object.entries(OFFERS)) {
    const organisation = await make.organisation({ name: host });
    const offer = await make.offer({
      organisationId: organisation.id,
      campaignId,
      values: { title, description },
    });
    ids.set(offer.id, name as Name);
  }
  live = await followOffers(database.url, campaignId, ids.size);
});

afterAll(() => live.close());

beforeEach(async () => {
  await database.db.delete(searchSynonyms);
  await insertSynonyms(database.db, [
    ["véto", "vétérinaire"],
    ["jeux vidéo", "gaming", "gamer"],
  ]);
  forgetSynonyms();
});

const filtersOf = (words: string): SearchFilters => ({
  campaignId,
  center: null,
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words,
  sort: "pertinence",
});

describe.each(["the search table", "the index"])("words asked of %s", (engine) => {
  const find = async (words: string): Promise<Name[]> => {
    const index = engine === "the index" ? live.of(campaignId) : null;
    const { offers, total } = await searchOffers({ db: database.db, index }, filtersOf(words), null);
    expect(offers).toHaveLength(total);
    return offers.flatMap(({ id }) => ids.get(id) ?? []);
  };

  it("find what their synonyms name, what was typed first: title, then host, then description", async () => {
    expect(await find("véto")).toEqual(["veto", "veterinaire", "host", "told"]);
    expect(await find("VETERINAIRES")).toEqual(["veterinaire", "veto", "host", "told"]);
  });

  it("of an expression must all be found, or one of its synonyms", async () => {
    expect((await find("jeux vidéo")).toSorted()).toEqual(["game", "games", "gaming"]);
    expect((await find("jeux vidéo")).at(-1)).toBe("gaming");
    expect((await find("gamer")).toSorted()).toEqual(["game", "games", "gaming"]);
    expect((await find("gaming")).at(0)).toBe("gaming");
    expect((await find("vidéo")).toSorted()).toEqual(["game", "games", "video"]);
  });

  it("are joined to those beside them", async () => {
    expect(await find("clinique véto")).toEqual(["veterinaire", "veto"].toReversed());
    expect(await find("studio jeux vidéo")).toEqual(["games", "game"]);
    expect(await find("jeux vidéo studio arcade")).toEqual(["games"]);
    expect(await find("véto gamer")).toEqual([]);
  });
});

describe("words that PostgreSQL reads otherwise", () => {
  const lexemes = async (typed: string) =>
    (await readWords(database.db, typed))?.groups.map(({ anyOf }) =>
      anyOf.flatMap(({ lexeme, prefix }) => (prefix ? [] : [lexeme])),
    );

  it("are nouns: planes, and what a sound engineer works on", async () => {
    expect(await lexemes("les avions")).toEqual(await lexemes("avion"));
    expect(await lexemes("ingénieur du son")).toEqual([
      expect.arrayContaining(["ingenieur"]),
      expect.arrayContaining(["son"]),
    ]);
  });

  it("leave a synonym that ends with one whole: who makes sound is not any engineer", async () => {
    await insertSynonyms(database.db, [["ingénieur du son", "technicien son", "sonorisation"]]);
    forgetSynonyms();
    expect((await lexemes("ingénieur"))?.flat()).not.toContain("technicien");
    expect((await lexemes("ingénieur du son"))?.flat()).toContain("sonoris");
  });

  it("are left out when they only say that one looks for an internship", async () => {
    for (const typed of ["stage véto", "stage de seconde chez un véto", "je cherche un stage chez un véto"])
      expect(await lexemes(typed)).toEqual(await lexemes("véto"));
    expect(await lexemes("un stage")).toBeUndefined();
  });
});

describe("an edit of the synonyms", () => {
  const rename = (from: string, to: string) =>
    database.db
      .update(searchSynonyms)
      .set({ words: ["véto", to], updatedAt: new Date(clock.now().getTime() + to.length) })
      .where(sql`${from} = any(${searchSynonyms.words})`);
  const lexemes = async (typed: string) =>
    (await readWords(database.db, typed))?.groups.flatMap(({ anyOf }) => anyOf.map(({ lexeme }) => lexeme));

  it("made in this process holds from the next search", async () => {
    expect(await lexemes("véto")).toContain("veterinair");
    await rename("vétérinaire", "docteur des bêtes");
    forgetSynonyms();
    expect(await lexemes("véto")).not.toContain("veterinair");
    expect(await lexemes("véto")).toContain("docteur");
  });

  it("disturbs no search that is under way", async () => {
    forgetSynonyms();
    const reading = Array.from({ length: 5 }, (_, word) => readWords(database.db, `jardin${word}`));
    forgetSynonyms();
    await new Promise((resolve) => setImmediate(resolve));
    forgetSynonyms();
    expect((await Promise.all(reading)).every((words) => words !== null)).toBe(true);
  });

  it("made while they are being read is seen by whoever asks next, however late that reading ends", async () => {
    let end = () => {};
    const late = new Promise<void>((resolve) => (end = resolve));
    const answered = vi.fn();
    const slow = new Proxy(database.db, {
      get: (target, name) => {
        if (name !== "execute") return Reflect.get(target, name) as unknown;
        return async (query: SQL) => {
          const rows = await target.execute(query);
          answered();
          await late;
          return rows;
        };
      },
    });
    const versionOf = async (db: Queryable) => (await readSynonymBook(db)).version;
    forgetSynonyms();
    const begunBefore = versionOf(slow);
    await vi.waitFor(() => expect(answered).toHaveBeenCalled());
    await rename("vétérinaire", "docteur des bêtes");
    forgetSynonyms();
    end();
    const old = await begunBefore;
    expect(await versionOf(database.db)).not.toBe(old);
    expect(await lexemes("véto")).toContain("docteur");
  });

  it("made in another process holds within a minute", async () => {
    const start = performance.now();
    const now = vi.spyOn(performance, "now");
    onTestFinished(() => now.mockRestore());
    expect(await lexemes("véto")).toContain("veterinair");
    await rename("vétérinaire", "soigneur");
    now.mockImplementation(() => start + 60_000);
    expect(await lexemes("véto")).toContain("soigneur");
    await database.db.delete(searchSynonyms).where(sql`'soigneur' = any(${searchSynonyms.words})`);
    now.mockImplementation(() => start + 120_000);
    expect(await lexemes("véto")).not.toContain("soigneur");
  });
});
