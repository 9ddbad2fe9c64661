import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { completeSignIn } from "#app/domain/federation/complete-sign-in.server.ts";
import { getArrivalPage } from "#app/domain/federation/arrivals.queries.server.ts";
import { openAccount } from "#app/domain/federation/open-account.server.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { nextNumber } from "#tests/support/factories.ts";
import { federationStory, newBrowser, type Claims } from "./federation-story.ts";

const database = testDatabase();
let story: ReturnType<typeof federationStory>;
let uai: string;

beforeEach(async () => {
  story = federationStory(database.db);
  uai = (await story.make.school()).uai;
});

const ine = () => `${String(nextNumber()).padStart(10, "0")}A`;
const pupil = (changes: Claims = {}): Claims => ({
  given_name: "Noé",
  family_name: "Lambert",
  FrEduCtPersonAffiliation: "eleve2d",
  FrEduCtEleveUAI: uai,
  FrEduCtEleveINE: ine(),
  ...changes,
});
const parent = (changes: Claims = {}): Claims => ({
  given_name: "Hélène",
  family_name: "Lambert",
  FrEduCtPersonAffiliation: "resp2d",
  ...changes,
});
const staff = (changes: Claims = {}): Claims => ({
  given_name: "Lucie",
  family_name: "Henry",
  email: `lucie-${nextNumber()}@ac.example.org`,
  FrEduFonctAdm: "ENS",
  FrEduRne: [`${uai}$UAJ$PU$N$T3$LYC$340`],
  FrEduRneResp: "X",
  ...changes,
});
const codeOf = ({ outcome }: { outcome: Awaited<ReturnType<typeof story.arrive>>["outcome"] }) =>
  outcome.ok ? outcome.value.next : outcome.error.code;
const personIn = ({ outcome }: { outcome: Awaited<ReturnType<typeof story.arrive>>["outcome"] }) => {
  if (!outcome.ok || outcome.value.next !== "signed_in") throw new Error("Nobody was let in");
  return outcome.value.session.personId;
};

describe("coming back from a federation", () => {
  it("serves once: the same answer again lets nobody in", async () => {
    const { answer, visit, outcome } = await story.arrive("educonnect", { claims: pupil() });
    expect(outcome.ok).toBe(true);
    const again = await completeSignIn(story.ctx, { ...visit, answer });
    expect(again).toEqual({ ok: false, error: { code: "flow_over" } });
  });

  it("lets nobody in with a state that we did not draw, in another browser, by another federation, or too late", async () => {
    const { ctx, clock } = story;
    const over = { ok: false, error: { code: "flow_over" } };
    const provider = "educonnect" as const;
    const browser = newBrowser();
    const answer = await story.leave({ provider, browser, returnTo: null, guardianToken: null });
    const forged = new URLSearchParams({ state: "x".repeat(43), code: "code" });
    expect(await completeSignIn(ctx, { provider, browser, answer: forged })).toEqual(over);
    expect(await completeSignIn(ctx, { provider, browser: newBrowser(), answer })).toEqual(over);
    expect(await completeSignIn(ctx, { provider: "academie", browser, answer })).toEqual(over);
    clock.advanceDays(1);
    expect(await completeSignIn(ctx, { provider, browser, answer })).toEqual(over);
  });

  it("tells why the federation proved nothing, and takes the flow all the same", async () => {
    const visit = { provider: "proconnect" as const, browser: newBrowser() };
    const answer = await story.leave({ ...visit, returnTo: null, guardianToken: null });
    story.providers.proconnect.answer = { ok: false, error: { code: "weak" } };
    const refusals = [
      await completeSignIn(story.ctx, { ...visit, answer }),
      await completeSignIn(story.ctx, { ...visit, answer }),
    ];
    expect(refusals.map((refusal) => (refusal.ok ? "in" : refusal.error.code))).toEqual([
      "weak",
      "flow_over",
    ]);
  });
});

describe("a pupil who comes by EduConnect", () => {
  it("is created once in the school stated, in no class, and found again", async () => {
    const claims = pupil({ birthdate: "2011-04-12" });
    const first = await story.arrive("educonnect", { subject: "Pupil-a", claims });
    const personId = personIn(first);
    const again = await story.arrive("educonnect", { subject: "Pupil-a", claims });
    expect(personIn(again)).toBe(personId);
    const [person] = await database.db.select().from(tables.persons).where(eq(tables.persons.id, personId));
    expect(person).toMatchObject({ firstName: "Noé", email: null, birthDate: "2011-04-12" });
    const held = await database.db
      .select()
      .from(tables.affiliations)
      .where(eq(tables.affiliations.personId, personId));
    expect(held).toMatchObject([{ role: "pupil", schoolUai: uai, validTo: null }]);
  });

  it("is another person when the federation's name for them differs by its case", async () => {
    const first = await story.arrive("educonnect", { subject: "Case-a", claims: pupil() });
    const second = await story.arrive("educonnect", { subject: "case-A", claims: pupil() });
    expect(personIn(second)).not.toBe(personIn(first));
  });

  it("is the pupil of the roster who has the same national number, which is kept in clear nowhere", async () => {
    const group = await story.make.classGroup(uai);
    const listed = await story.make.pupil({ schoolUai: uai, classGroupId: group.id });
    const number = ine();
    await database.db
      .insert(tables.pupilNumbers)
      .values({ personId: listed.id, numberHash: story.ctx.pupilNumbers.hash(number) });
    const claims = pupil({ FrEduCtEleveINE: number.toLowerCase(), FrEduCtEleveNivFormation: "2115" });
    expect(personIn(await story.arrive("educonnect", { claims }))).toBe(listed.id);
    const kept = await database.db.select().from(tables.pupilNumbers);
    expect(JSON.stringify(kept)).not.toContain(number);
  });

  it("is the pupil of the roster who has the same name and birth date, unless two have", async () => {
    const group = await story.make.classGroup(uai);
    const names = { schoolUai: uai, classGroupId: group.id, firstName: "Noe", birthDate: "2011-05-03" };
    const listed = await story.make.pupil({ ...names, lastName: "LAMBERT" });
    const claims = () => pupil({ birthdate: "2011-05-03" });
    expect(personIn(await story.arrive("educonnect", { claims: claims() }))).toBe(listed.id);
    const twins = [
      await story.make.pupil({ ...names, lastName: "Lambert" }),
      await story.make.pupil({ ...names, lastName: "Lambert" }),
    ].map(({ id }) => id);
    expect(twins).not.toContain(personIn(await story.arrive("educonnect", { claims: claims() })));
  });

  it("is told so at the wrong level, in an unknown school, or with a profile that is none of ours", async () => {
    const arriving = async (changes: Claims) =>
      codeOf(await story.arrive("educonnect", { claims: pupil(changes) }));
    expect(await arriving({ FrEduCtEleveNivFormation: "2115" })).toBe("wrong_level");
    expect(await arriving({ FrEduCtEleveNivFormation: "2211" })).toBe("signed_in");
    expect(await arriving({ FrEduCtEleveUAI: "9999999Z" })).toBe("unknown_school");
    expect(await arriving({ FrEduCtPersonAffiliation: "autre" })).toBe("unknown_profile");
    expect(await arriving({ given_name: "" })).toBe("incomplete");
    const primary = await story.make.school({ hasSeconde: false });
    expect(await arriving({ FrEduCtEleveUAI: primary.uai })).toBe("unknown_school");
  });
});

describe("a parent who comes by EduConnect", () => {
  it("is told what to do when no child is known", async () => {
    const { outcome, visit } = await story.arrive("educonnect", { claims: parent() });
    expect(outcome).toMatchObject({ ok: true, value: { next: "choose" } });
    expect(await getArrivalPage(story.ctx, visit)).toMatchObject({
      kind: "guardian",
      children: [],
      linkable: null,
    });
  });

  it("reads the follow-up of the child whose number is stated, when the school knows them under this name", async () => {
    const group = await story.make.classGroup(uai);
    const child = await story.make.pupil({ schoolUai: uai, classGroupId: group.id });
    const number = ine();
    await database.db
      .insert(tables.pupilNumbers)
      .values({ personId: child.id, numberHash: story.ctx.pupilNumbers.hash(number) });
    const someone = await story.arrive("educonnect", { claims: parent({ FrEduCtEleveINE: [number] }) });
    expect(codeOf(someone)).toBe("choose");
    const claims = parent({ given_name: "Parent", family_name: child.lastName, FrEduCtEleveINE: [number] });
    const { outcome } = await story.arrive("educonnect", { claims });
    const guardianId = await story.make.guardianOf(child.id);
    expect(outcome).toEqual({
      ok: true,
      value: { next: "follow_up", token: story.ctx.links.sign("guardian", guardianId, 1) },
    });
  });
});

describe("staff who come by their académie", () => {
  it("choose when they are new, and have no school to choose when none of theirs is concerned", async () => {
    expect(codeOf(await story.arrive("academie", { claims: staff() }))).toBe("choose");
    const nowhere: Claims[] = [
      { FrEduRne: "X" },
      { FrEduRne: ["9999999Z$UAJ"] },
      { FrEduFonctAdm: "DIR", FrEduRneResp: "X" },
    ];
    for (const changes of nowhere)
      expect(codeOf(await story.arrive("academie", { claims: staff(changes) }))).toBe("no_school");
    expect(codeOf(await story.arrive("academie", { claims: staff({ FrEduFonctAdm: "AGENT" }) }))).toBe(
      "no_role",
    );
  });

  it("give our second factor unless the académie asserts one", async () => {
    const claims = staff();
    const { visit, subject } = await story.arrive("academie", { claims });
    await openAccount(story.ctx, visit);
    const half = await story.arrive("academie", { subject, claims });
    const whole = await story.arrive("academie", { subject, claims, secondFactor: true });
    const tokens = [half, whole].map(({ outcome }) =>
      outcome.ok && outcome.value.next === "signed_in" ? outcome.value.session : null,
    );
    expect(tokens.map((session) => session?.secondFactorNeeded)).toEqual([true, false]);
    expect((await getSession(story.ctx, tokens[0]?.token ?? ""))?.actor).toBeNull();
    expect((await getSession(story.ctx, tokens[1]?.token ?? ""))?.actor?.affiliations).toHaveLength(1);
  });

  it("enter a school newly stated, never again one that has ended their stay", async () => {
    const claims = staff();
    const { visit, subject } = await story.arrive("academie", { claims });
    await openAccount(story.ctx, visit);
    await database.db
      .update(tables.affiliations)
      .set({ validTo: "2027-03-01" })
      .where(eq(tables.affiliations.schoolUai, uai));
    const second = await story.make.school();
    const stated = { FrEduRne: [`${uai}$X`, `${second.uai}$X`] };
    const again = await story.arrive("academie", { subject, claims: { ...claims, ...stated } });
    const held = await database.db
      .select({ uai: tables.affiliations.schoolUai, validTo: tables.affiliations.validTo })
      .from(tables.affiliations)
      .where(eq(tables.affiliations.personId, personIn(again)))
      .orderBy(tables.affiliations.schoolUai);
    expect(held).toEqual([
      { uai, validTo: "2027-03-01" },
      { uai: second.uai, validTo: null },
    ]);
  });
});
