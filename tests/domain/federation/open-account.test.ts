import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { getArrivalPage } from "#app/domain/federation/arrivals.queries.server.ts";
import { openAccount } from "#app/domain/federation/open-account.server.ts";
import { affiliations, hostClaims, identities, outboxEvents, persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { federationStory, newBrowser, type Claims } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;

beforeEach(() => {
  story = federationStory(database.db);
});

const host = (changes: Claims = {}): Claims => ({
  given_name: "Ali",
  usual_name: "Marchand",
  email: `ali-${nextNumber()}@example.org`,
  siret: demonstrationSiret(700_000 + nextNumber()),
  ...changes,
});
const teacher = (uais: string[], changes: Claims = {}): Claims => ({
  given_name: "Lucie",
  family_name: "Henry",
  email: `lucie-${nextNumber()}@example.org`,
  FrEduFonctAdm: "ENS",
  FrEduRne: uais.map((uai) => `${uai}$UAJ`),
  ...changes,
});
const over = { ok: false, error: { code: "over" } };

describe("an account opened by a federation's word", () => {
  it("holds the schools chosen among those stated, and no other", async () => {
    const [first, second, foreign] = [
      await story.make.school(),
      await story.make.school(),
      await story.make.school(),
    ];
    const claims = teacher([first.uai, second.uai]);
    const { visit } = await story.arrive("academie", { claims });
    expect(await getArrivalPage(story.ctx, visit)).toMatchObject({
      kind: "staff",
      role: "teacher",
      schools: [{ uai: first.uai }, { uai: second.uai }],
      hasAccount: false,
    });
    expect(await openAccount(story.ctx, { ...visit, uais: [foreign.uai] })).toEqual({
      ok: false,
      error: { code: "no_school_chosen" },
    });
    const opened = await openAccount(story.ctx, { ...visit, uais: [second.uai, foreign.uai] });
    if (!opened.ok || opened.value.next !== "signed_in") throw new Error("No account was opened");
    const { personId, secondFactorNeeded } = opened.value.session;
    expect(secondFactorNeeded).toBe(true);
    const held = await database.db.select().from(affiliations).where(eq(affiliations.personId, personId));
    expect(held).toMatchObject([{ role: "teacher", schoolUai: second.uai, validFrom: "2027-03-01" }]);
    const [identity] = await database.db.select().from(identities).where(eq(identities.personId, personId));
    expect(identity).toMatchObject({ issuer: "academie", emailAtLink: claims.email, passwordHash: null });
  });

  it("has nothing to choose when one school is stated", async () => {
    const { uai } = await story.make.school();
    const claims = teacher([uai], { FrEduFonctAdm: "DIR", FrEduRneResp: [`${uai}$UAJ`] });
    const { visit } = await story.arrive("academie", { claims, secondFactor: true });
    const opened = await openAccount(story.ctx, visit);
    expect(opened).toMatchObject({
      ok: true,
      value: { session: { secondFactorNeeded: false, roles: ["schoolHead"] } },
    });
  });

  it("claims an establishment for a host, whose members are asked when it is here already", async () => {
    const organisation = await story.make.organisation();
    const { visit } = await story.arrive("proconnect", { claims: host() });
    const opened = await openAccount(story.ctx, { ...visit, siret: organisation.siret });
    if (!opened.ok || opened.value.next !== "signed_in") throw new Error("No account was opened");
    const { personId } = opened.value.session;
    const [claim] = await database.db.select().from(hostClaims).where(eq(hostClaims.personId, personId));
    expect(claim).toMatchObject({ siret: organisation.siret });
    const events = await database.db.select().from(outboxEvents);
    expect(events.map(({ payload }) => payload)).toContainEqual({ personId });
  });

  it("never takes over an address that has one", async () => {
    const owner = await story.make.person();
    const claims = host({ email: (owner.email ?? "").toUpperCase() });
    const { visit } = await story.arrive("proconnect", { claims });
    expect(await getArrivalPage(story.ctx, visit)).toMatchObject({ hasAccount: true });
    expect(await openAccount(story.ctx, { ...visit, siret: demonstrationSiret(1) })).toEqual({
      ok: false,
      error: { code: "account_exists" },
    });
    const linked = await database.db.select().from(identities).where(eq(identities.personId, owner.id));
    expect(linked).toEqual([]);
  });

  it("is opened once, by the browser that arrived, within a quarter of an hour", async () => {
    const { uai } = await story.make.school();
    const { visit } = await story.arrive("academie", { claims: teacher([uai]) });
    expect(await openAccount(story.ctx, { ...visit, browser: newBrowser() })).toEqual(over);
    expect(await openAccount(story.ctx, { ...visit, provider: "proconnect" })).toEqual(over);
    expect((await openAccount(story.ctx, visit)).ok).toBe(true);
    expect(await openAccount(story.ctx, visit)).toEqual(over);
    const late = await story.arrive("academie", { claims: teacher([uai]) });
    story.clock.advanceDays(16 / 1440);
    expect(await openAccount(story.ctx, late.visit)).toEqual(over);
  });

  it("is made once of two presses at the same instant", async () => {
    const { uai } = await story.make.school();
    const claims = teacher([uai]);
    const { visit } = await story.arrive("academie", { claims });
    const outcomes = await Promise.all([openAccount(story.ctx, visit), openAccount(story.ctx, visit)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const made = await database.db
      .select()
      .from(persons)
      .where(eq(persons.email, String(claims.email)));
    expect(made).toHaveLength(1);
  });
});
