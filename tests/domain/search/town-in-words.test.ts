import { beforeAll, describe, expect, it } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { findTownInWords } from "#app/domain/search/words/town-in-words.server.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { insertSynonyms } from "./many-offers.ts";

const database = testDatabase();
const places = createPlaceIndex(readMunicipalities());
const LYON = { latitude: 45.76, longitude: 4.84 };
const RENNES = { latitude: 48.11, longitude: -1.68 };
const PARIS = { latitude: 48.86, longitude: 2.35 };
let campaignId = "";

beforeAll(async () => {
  const make = factories(database.db, fakeClock());
  const world = await make.world();
  campaignId = world.campaign.id;
  await insertSynonyms(database.db, [["port", "bateau", "marin"]]);
  const offers: [host: string, title: string, point: typeof LYON, description?: string][] = [
    ["Cabinet Rochefort", "Découvrir le droit", LYON],
    ["Orange", "Conseiller en boutique", LYON],
    ["Orange", "Découvrir les réseaux", PARIS],
    ["Orange", "Suivre un technicien", RENNES],
    ["Clinique de Rennes", "Soigner", RENNES],
    ["Boulangerie Rennes Centre", "Faire du pain", RENNES],
    ["Éditions de Rennes", "Publier un livre", PARIS],
    ["Atelier du Verre", "Souffler le verre", PARIS, "Un verre de Jardin."],
    ["Groupe Duval", "Visiter", LYON, "Nos équipes sont à Laval, à Tours et à Paris."],
  ];
  for (const [name, title, point, description = "Observer."] of offers) {
    const organisation = await make.organisation({ name });
    await make.offer({ campaignId, organisationId: organisation.id, point, values: { title, description } });
  }
});

const find = (words: string, asked: { place?: string; asWords?: string } = {}) =>
  findTownInWords(
    { db: database.db, places },
    { place: asked.place ?? null, center: null, words },
    { asWords: asked.asWords ?? null, campaignId, asker: null },
  );

describe("words that name a town", () => {
  it.each([
    ["Rennes", "Rennes (35)", null],
    ["rennes 35", "Rennes (35)", null],
    ["à Rennes", "Rennes (35)", null],
    ["Laval", "Laval (53)", null],
    ["L'Haÿ-les-Roses", "L'Haÿ-les-Roses (94)", null],
    ["le tampon", "Le Tampon (974)", null],
    ["94240", "94240 – L'Haÿ-les-Roses", null],
    ["Paris 15e", "Paris 15e (75)", null],
    ["boulangerie rennes", "Rennes (35)", "boulangerie"],
    ["boulangerie à Rennes", "Rennes (35)", "boulangerie"],
    ["jeux vidéo près de Lyon", "Lyon (69)", "jeux vidéo"],
    ["garage 35000", "35000 – Rennes", "garage"],
    ["coiffure st etienne", "Saint-Étienne (42)", "coiffure"],
    // Homonyms are offered by the page, which must see the name alone.
    ["Saint-Denis", "Saint-Denis", null],
    ["musée saint denis", "Saint-Denis", "musée"],
    ["Tours", "Tours (37)", null],
  ])("« %s » is looked for around %s", async (typed, place, words) =>
    expect(await find(typed)).toEqual({ place, words }),
  );

  it.each([
    ["a word of no town", "boulangerie"],
    ["a mistyped town", "Renes"],
    ["the name of a host elsewhere", "Rochefort"],
    ["the name of a host elsewhere, with other words", "droit Rochefort"],
    ["a host of the whole country", "Orange"],
    ["a word that the synonyms know", "Le Port"],
    ["a word that the synonyms know, at the end", "bateau port"],
    ["a small town that a description holds elsewhere", "Jardin"],
    ["a small town after other words", "atelier Jardin"],
    ["a beginning of a town", "Renn"],
    ["too short to be a town", "Y"],
    ["small words", "le"],
  ])("leaves %s as words: « %s »", async (_what, typed) => expect(await find(typed)).toBeNull());

  it("leaves the words when a place is asked, or when they were asked as words", async () => {
    expect(await find("Rennes", { place: "Lyon" })).toBeNull();
    expect(await find("Rennes", { asWords: "Rennes" })).toBeNull();
    expect(await find("boulangerie rennes", { asWords: "Rennes" })).not.toBeNull();
  });
});
