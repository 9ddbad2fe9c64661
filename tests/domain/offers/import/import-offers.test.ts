import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findJobSigns } from "#app/domain/offers/disguised-job.ts";
import { isSiret } from "#app/domain/hosts/siret.ts";
import { drawOffer } from "#app/domain/offers/import/import-offers.ts";
import { importOffers } from "#app/domain/offers/import/import-offers.server.ts";
import type { ImportOffersReport } from "#app/domain/offers/import/import-offers.server.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { newId } from "#app/kernel/ids.ts";
import {
  campaigns,
  hostOrganisations,
  hostSites,
  internshipWeeks,
  offers,
  offerSearch,
  offerSeats,
} from "#db/schema/index.ts";
import { hostNameFor, offerTextFor } from "#db/seed/offer-texts.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { sectors } from "#db/seed/reference/sectors.ts";
import { seedReference } from "#db/seed/reference.ts";
import { inPieces } from "#tests/fixtures/directory.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const places = createPlaceIndex(readMunicipalities());
const clock = { now: () => new Date("2027-03-01T08:00:00Z") };

const HEADER = "id;secteur;public;type_employeur_public;ville;code_postal;filiere";
const ROWS = [
  "101;Agriculture;non;;Rennes;35000;seconde_only",
  "102;Filiere bois;non;;SAINT-DENIS;97400;seconde_troisieme_or_quatrieme",
  "103;Enseignement;oui;Ministère de l'Éducation nationale;PARIS;75115;seconde_only",
  "104;Santé;oui;Fonction publique hospitalière (FPH);AJACCIO;2A004;seconde_only",
  "105;Santé;non;;Rennes;35000;troisieme_or_quatrieme",
  "106;Alchimie;non;;Rennes;35000;seconde_only",
  "107;Sport;non;;Nulle-Part-les-Bains;00000;seconde_only",
];

beforeAll(() => seedReference(database.db));
beforeEach(async () => {
  await database.db.delete(offers);
  await database.db.delete(hostOrganisations);
  await database.db.delete(campaigns);
});

async function openCampaign(): Promise<void> {
  const id = newId();
  await database.db.insert(campaigns).values({
    id,
    schoolYear: "2026-2027",
    startsOn: "2027-06-17",
    endsOn: "2027-06-28",
    status: "provisional",
    source: "test",
    hostsOpenOn: "2027-01-01",
    pupilsOpenOn: "2027-02-01",
    hostAnswerDays: 10,
    pupilConfirmDays: 5,
    maxLiveApplications: 10,
  });
  await database.db.insert(internshipWeeks).values([
    { campaignId: id, week: 1, startsOn: "2027-06-17", endsOn: "2027-06-22" },
    { campaignId: id, week: 2, startsOn: "2027-06-23", endsOn: "2027-06-28" },
  ]);
}

async function imported(rows: string[]): Promise<ImportOffersReport> {
  const source = inPieces(Buffer.from(`\ufeff${[HEADER, ...rows].join("\r\n")}\r\n`), 37);
  const outcome = await importOffers({ db: database.db, clock }, { source, places });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

describe("import of offers", () => {
  it("needs a campaign to put the offers in", async () => {
    const source = inPieces(Buffer.from(HEADER));
    expect(await importOffers({ db: database.db, clock }, { source, places })).toEqual({
      ok: false,
      error: { code: "no_campaign" },
    });
  });

  it("publishes what can be placed and tells what is left out, and why", async () => {
    await openCampaign();
    const report = await imported(ROWS);
    expect(report).toMatchObject({ read: 7, created: 4, unchanged: 0 });
    expect(report.skipped.map(({ reason, examples }) => [reason, examples[0]?.line])).toEqual([
      ["other_level", 6],
      ["unknown_sector", 7],
      ["unplaceable", 8],
    ]);
    expect(await database.db.$count(offerSearch)).toBe(4);
  });

  it("places each offer at its commune, Corsica and overseas included", async () => {
    await openCampaign();
    await imported(ROWS);
    const sites = await database.db
      .select({ externalId: offers.externalId, inseeCode: hostSites.inseeCode, town: hostSites.town })
      .from(offers)
      .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
      .orderBy(offers.externalId);
    expect(sites.map((site) => [site.inseeCode, site.town])).toEqual([
      ["35238", "Rennes"],
      ["97411", "Saint-Denis"],
      ["75115", "Paris"],
      ["2A004", "Ajaccio"],
    ]);
  });

  it("changes nothing the second time and finishes an import cut short", async () => {
    await openCampaign();
    await imported(ROWS.slice(0, 2));
    const before = await database.db.select().from(offers).orderBy(offers.externalId);
    expect(await imported(ROWS)).toMatchObject({ created: 2, unchanged: 2 });
    expect(await imported(ROWS)).toMatchObject({ created: 0, unchanged: 4 });
    const after = await database.db.select().from(offers).orderBy(offers.externalId);
    expect(after.filter((offer) => before.some(({ id }) => id === offer.id))).toEqual(before);
  });

  it("invents organisations that cannot be taken for real ones", async () => {
    await openCampaign();
    await imported(ROWS);
    const hosts = await database.db.select().from(hostOrganisations).orderBy(hostOrganisations.siret);
    expect(hosts.every(({ siret }) => siret.startsWith("00000") && isSiret(siret))).toBe(true);
    expect(hosts.map(({ name }) => name)).toContain("Centre hospitalier – Ajaccio");
  });

  it("draws the same seats for the same row, at least one a week that it opens", async () => {
    expect(drawOffer("101")).toEqual(drawOffer("101"));
    await openCampaign();
    await imported(
      Array.from({ length: 60 }, (_, index) => `${900 + index};Sport;non;;Rennes;35000;seconde_only`),
    );
    const [bad] = await database.db.execute<{ count: number }>(sql`
      select count(*)::int as count from ${offers} o where not exists (
        select from ${offerSeats} s where s.offer_id = o.id and s.capacity > 0)`);
    expect(bad?.count).toBe(0);
    expect(await database.db.$count(offerSearch)).toBe(60);
    expect(await database.db.$count(hostOrganisations)).toBe(10);
  });
});

describe("words of invented offers", () => {
  const all = sectors.flatMap(({ code }) =>
    [0, 1, 2].map((variant) => ({ code, ...offerTextFor(code, variant) })),
  );

  it("are three for each sector, with three things to do", () => {
    expect(new Set(all.map(({ title }) => title)).size).toBe(3 * sectors.length);
    expect(all.filter(({ activities }) => activities.split("\n").length !== 3)).toEqual([]);
    expect(hostNameFor("s51", 0, "Rennes")).toBe("Ferme des Tilleuls – Rennes");
  });

  it("never read like a job", () => {
    const flagged = all.filter(({ title, description, activities }) => {
      return findJobSigns(`${title}\n${description}\n${activities}`).length > 0;
    });
    expect(flagged.map(({ code, title }) => `${code} ${title}`)).toEqual([]);
  });
});
