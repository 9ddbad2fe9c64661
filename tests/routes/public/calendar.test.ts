import { eq, gt } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { calendarPurpose } from "#app/domain/applications/views/placement-calendar.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { loader } from "#app/routes/public/calendar.ts";
import { action as homeAction, loader as homeLoader } from "#app/routes/pupil/home.tsx";
import { campaigns, hostSites, internshipWeeks, persons } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});

async function accepted(pupilId: string, offerId: string, choice: PeriodChoice = "both"): Promise<string> {
  const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
  const sent = await submitApplication(await make.as(pupilId), { offerId, motivation, choice });
  if (!sent.ok) throw new Error(sent.error.code);
  await acceptApplication(await make.as(world.employer.id), sent.value);
  return sent.value.applicationId;
}

const visit = (file: string) =>
  loader({
    ...routeArgs(app, { path: `/calendrier/${file}`, params: { file } }),
    unstable_pattern: "",
  } as never);
const linkOf = (pupilId: string, version = 1) =>
  app.links.sign(calendarPurpose(world.campaign), pupilId, version);
const fileOf = (token: string) => paths.calendar(token).split("/").at(-1) ?? "";

/** Events of a calendar file as their properties, long lines put together again. */
async function eventsFor(pupilId: string): Promise<Map<string, string>[]> {
  const answer = await visit(fileOf(linkOf(pupilId)));
  expect(answer.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toContain("private");
  const file = await answer.text();
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const text = file.replaceAll("\r\n ", "");
  return text
    .split("BEGIN:VEVENT")
    .slice(1)
    .map(
      (block) =>
        new Map(
          block
            .split("\r\n")
            .filter((line) => line.includes(":"))
            .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
        ),
    );
}

describe("the calendar file", () => {
  it("holds each day of a confirmed placement, Sundays and days off left out, at the hours of Paris", async () => {
    const pupil = await world.newPupil();
    const applicationId = await accepted(pupil.id, (await world.newOffer()).id);
    await confirmPlacement(await make.as(pupil.id), { applicationId });
    const events = await eventsFor(pupil.id);
    // From Thursday 17 to Monday 28 June 2027: eight days from Monday to Friday.
    expect(events.map((event) => event.get("DTSTART"))).toEqual(
      ["17", "18", "21", "22", "23", "24", "25", "28"].map((day) => `202706${day}T070000Z`),
    );
    expect(events[0]?.get("DTEND")).toBe("20270617T150000Z");
    expect(events[0]?.get("LOCATION")).toBe(String.raw`3 rue du Port\, 35000 Rennes`);
    expect(events[0]?.get("SUMMARY")).toBe(`Stage : ${world.organisation.name}`);
    expect([...events[0]!.values()].join(" ")).not.toContain(pupil.lastName);
  });

  it("tells the hours of the place itself overseas, and its own days off", async () => {
    const pupil = await world.newPupil();
    const offer = await world.newOffer({ values: { hoursGrid: { ...DEFAULT_HOURS_GRID } } });
    await database.db
      .update(hostSites)
      .set({ inseeCode: "97422", postcode: "97430", town: "Le Tampon" })
      .where(eq(hostSites.id, offer.siteId ?? ""));
    await confirmPlacement(await make.as(pupil.id), { applicationId: await accepted(pupil.id, offer.id, 1) });
    const [first] = await eventsFor(pupil.id);
    expect(first?.get("DTSTART")).toBe("20270617T050000Z");
  });

  it("holds whole days when the hours are not known", async () => {
    const pupil = await world.newPupil();
    const offer = await world.newOffer({ values: { hoursGrid: null } });
    await confirmPlacement(await make.as(pupil.id), { applicationId: await accepted(pupil.id, offer.id, 1) });
    const events = await eventsFor(pupil.id);
    expect(events.map((event) => event.get("DTSTART;VALUE=DATE"))).toEqual([
      "20270617",
      "20270618",
      "20270621",
      "20270622",
    ]);
  });

  it("holds the last hour to confirm, with a reminder", async () => {
    const pupil = await world.newPupil();
    await accepted(pupil.id, (await world.newOffer()).id);
    const [deadline, ...others] = await eventsFor(pupil.id);
    expect(others).toEqual([]);
    expect(deadline?.get("DTEND")).toBe("20270306T230000Z");
    expect(deadline?.get("SUMMARY")).toContain("Dernière heure pour confirmer");
    expect(deadline?.get("ACTION")).toBe("DISPLAY");
  });

  it("is empty and still valid for a pupil without a date", async () => {
    expect(await eventsFor((await world.newPupil()).id)).toEqual([]);
  });

  it("is replaced by its pupil: the link made before opens nothing, nor does another pupil's change", async () => {
    const [pupil, other] = [await world.newPupil(), await world.newPupil()];
    const cookie = await cookieOf(app, pupil.id);
    const shownTo = async (as: string) =>
      (await homeLoader(routeArgs(app, { path: "/eleve", cookie: as }))).calendar?.file.split("/").at(-1) ??
      "";
    const before = await shownTo(cookie);
    expect(before).toBe(fileOf(linkOf(pupil.id)));
    expect((await visit(before)).status).toBe(200);
    const renew = () => statusOf(() => homeAction(routeArgs(app, { path: "/eleve", cookie, form: {} })));
    expect(await renew()).toMatchObject({ status: 303, location: "/eleve?fait=agenda" });
    expect((await statusOf(() => visit(before))).status).toBe(404);
    const after = await shownTo(cookie);
    expect((await visit(after)).status).toBe(200);
    expect((await visit(await shownTo(await cookieOf(app, other.id)))).status).toBe(200);
    await database.db.update(persons).set({ calendarVersion: 255 }).where(eq(persons.id, pupil.id));
    await renew();
    expect((await visit(await shownTo(cookie))).status).toBe(200);
  });

  it("ends with the campaign, and opens nothing of the next one", async () => {
    const { id } = await world.newPupil();
    const file = fileOf(linkOf(id));
    const at = clock.now().toISOString();
    clock.set("2027-06-28T20:00:00Z");
    expect((await visit(file)).status).toBe(200);
    clock.set("2027-06-29T08:00:00Z");
    expect((await statusOf(() => visit(file))).status).toBe(404);
    const next = { startsOn: "2028-06-19", endsOn: "2028-06-30", schoolYear: "2027-2028" };
    await make.campaign({ ...next, id: newId() });
    expect((await statusOf(() => visit(file))).status).toBe(404);
    await database.db.delete(internshipWeeks).where(gt(internshipWeeks.startsOn, "2028-01-01"));
    await database.db.delete(campaigns).where(eq(campaigns.schoolYear, next.schoolYear));
    clock.set(at);
  });

  it("is unknown without a token of ours, for another purpose, for nobody, without its suffix", async () => {
    const { id } = await world.newPupil();
    const files = [
      "abc.ics",
      fileOf(app.links.sign("guardian", id)),
      fileOf(app.links.sign(calendarPurpose({ id: newId() }), id)),
      fileOf(linkOf(newId())),
      linkOf(id),
    ];
    for (const file of files) expect((await statusOf(() => visit(file))).status).toBe(404);
  });
});
