import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { claimSchool } from "#app/domain/schools/team/claim-school.server.ts";
import { endMembership } from "#app/domain/schools/team/end-membership.server.ts";
import { inviteColleague } from "#app/domain/schools/team/invite-colleague.server.ts";
import { inviteFirstMember } from "#app/domain/schools/team/invite-first-member.server.ts";
import { findJoinableSchools } from "#app/domain/schools/team/joinable-schools.queries.server.ts";
import { listSchoolTeams } from "#app/domain/schools/team/school-team.queries.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { affiliations, messages, oneTimeLinks, outboxEvents, persons, schools } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const password = "trois girafes dansent";
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let uai = "";
beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
  uai = world.school.uai;
  await database.db
    .update(schools)
    .set({ email: "ce.school@example.org", hasSeconde: true, status: "open" })
    .where(eq(schools.uai, uai));
});

const newEmail = () => `staff-${nextNumber()}@example.org`;

async function newest() {
  const [link] = (await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id)).slice(-1);
  if (!link) throw new Error("No link");
  return link;
}

async function mailed() {
  const [event] = (await database.db.select().from(outboxEvents).orderBy(outboxEvents.id)).slice(-1);
  if (!event) throw new Error("No event");
  await dispatchEvent(app, event.id);
  const rows = await database.db.select().from(messages).where(eq(messages.eventId, event.id));
  return rows.map(({ template, recipient }) => ({ template, recipient }));
}

async function claimed() {
  expect(await claimSchool(app, { uai })).toEqual({ ok: true });
  const { id: linkId } = await newest();
  return linkId;
}

/** Someone who has followed the way from the school's mailbox to an account. */
async function entered(role: "schoolHead" | "schoolOffice" = "schoolHead") {
  const linkId = await claimed();
  await openLink(app, { linkId });
  const email = newEmail();
  expect(await inviteFirstMember(app, { linkId, email, role })).toEqual({ ok: true });
  const invitation = await newest();
  expect(await openLink(app, { linkId: invitation.id })).toMatchObject({
    value: { next: "choose_password" },
  });
  const name = { firstName: "Awa", lastName: "Diop" };
  const outcome = await finishLink(app, { linkId: invitation.id, password, name });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { email, ...outcome.value };
}

describe("claiming a school", () => {
  it("sends a link to the mailbox of the directory, and lets nobody in by itself", async () => {
    const linkId = await claimed();
    expect(await mailed()).toEqual([{ template: "school-claim", recipient: "ce.school@example.org" }]);
    expect(await openLink(app, { linkId })).toEqual({ ok: true, value: { next: "name_first_member" } });
    const stolen = await finishLink(app, { linkId, password, name: { firstName: "A", lastName: "B" } });
    expect(stolen).toEqual({ ok: false, error: { code: "no_account" } });
  });

  it("leads to the first member, who is asked for a second factor", async () => {
    const { roles, secondFactorNeeded, personId } = await entered("schoolOffice");
    expect({ roles, secondFactorNeeded }).toEqual({ roles: ["schoolOffice"], secondFactorNeeded: true });
    expect((await make.as(personId)).actor.affiliations).toMatchObject([{ schoolUai: uai }]);
  });

  it("names one first member a link, in time, and only once it was used", async () => {
    const linkId = await claimed();
    const name = () => inviteFirstMember(app, { linkId, email: newEmail(), role: "schoolHead" });
    const over = { ok: false, error: { code: "over" } };
    expect(await name()).toEqual(over);
    await openLink(app, { linkId });
    expect((await Promise.all([name(), name()])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await name()).toEqual(over);
  });

  it("is refused for a school without mailbox, and for one that has no pupil of seconde or does not exist", async () => {
    const other = (await make.world()).school.uai;
    await database.db.update(schools).set({ hasSeconde: true, email: null }).where(eq(schools.uai, other));
    expect(await claimSchool(app, { uai: other })).toEqual({ ok: false, error: { code: "no_mailbox" } });
    await database.db
      .update(schools)
      .set({ hasSeconde: false, email: "ce.other@example.org" })
      .where(eq(schools.uai, other));
    for (const unknown of [other, "9999999Z"])
      expect(await claimSchool(app, { uai: unknown })).toEqual({ ok: false, error: { code: "not_found" } });
  });

  it("finds schools by the words of their name and town, without accents, and by their UAI", async () => {
    await database.db
      .update(schools)
      .set({ name: "Lycée Émile-Zola", town: "Évreux" })
      .where(eq(schools.uai, uai));
    const found = async (words: string) => (await findJoinableSchools(database.db, words)).schools;
    for (const words of ["emile zola evreux", "ÉVREUX", uai.toLowerCase()])
      expect((await found(words)).map((school) => school.uai)).toEqual([uai]);
    expect(await found("zola rennes")).toEqual([]);
    expect(await found("100%_")).toEqual([]);
  });
});

describe("the members of a school", () => {
  it("invite a colleague, who gets in by the link alone", async () => {
    const head = await make.as((await entered()).personId);
    const email = newEmail();
    expect(await inviteColleague(head, { uai, email, role: "teacher" })).toEqual({ ok: true });
    expect(await mailed()).toEqual([{ template: "school-invitation", recipient: email }]);
    const waiting = async () => (await listSchoolTeams(head))[0]?.invited.map((one) => one.email) ?? [];
    expect(await waiting()).toContain(email);
    const { id: linkId } = await newest();
    await openLink(app, { linkId });
    const name = { firstName: "Léo", lastName: "Brun" };
    expect(await finishLink(app, { linkId, password, name })).toMatchObject({
      value: { roles: ["teacher"] },
    });
    expect(await waiting()).not.toContain(email);
    expect(await inviteColleague(head, { uai, email, role: "teacher" })).toEqual({
      ok: false,
      error: { code: "already_member" },
    });
  });

  it("invite someone who has an account elsewhere: it gains the school, and keeps what it had", async () => {
    const head = await make.as((await entered()).personId);
    const email = world.employer.email ?? "";
    await inviteColleague(head, { uai, email, role: "teacher" });
    const { id: linkId } = await newest();
    expect(await openLink(app, { linkId })).toEqual({ ok: true, value: { next: "sign_in" } });
    const roles = (await make.as(world.employer.id)).actor.affiliations.map(({ role }) => role);
    expect(roles.sort()).toEqual(["employer", "teacher"]);
  });

  it("let in nobody for another school, and teachers invite nobody", async () => {
    const head = await make.as((await entered()).personId);
    const elsewhere = (await make.world()).school.uai;
    const refused = { ok: false, error: { code: "not_found" } };
    expect(await inviteColleague(head, { uai: elsewhere, email: newEmail(), role: "teacher" })).toEqual(
      refused,
    );
    const teacher = await make.as(world.teacher.id);
    expect(await inviteColleague(teacher, { uai, email: newEmail(), role: "schoolHead" })).toEqual(refused);
    expect(await endMembership(teacher, { uai, personId: head.actor.personId })).toEqual(refused);
  });

  it("end the access of someone who has left, whose account stays, but not their own", async () => {
    const head = await make.as((await entered()).personId);
    const gone = await entered("schoolOffice");
    expect(await endMembership(head, { uai, personId: gone.personId })).toEqual({ ok: true });
    expect((await make.as(gone.personId)).actor.affiliations).toEqual([]);
    expect(await database.db.select().from(persons).where(eq(persons.id, gone.personId))).toHaveLength(1);
    const own = head.actor.personId;
    expect(await endMembership(head, { uai, personId: own })).toEqual({
      ok: false,
      error: { code: "oneself" },
    });
    const kept = await database.db.select().from(affiliations).where(eq(affiliations.personId, own));
    expect(kept.every(({ validTo }) => validTo === null)).toBe(true);
  });
});
