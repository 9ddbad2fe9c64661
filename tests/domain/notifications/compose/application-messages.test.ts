import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { newId } from "#app/kernel/ids.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  EMPLOYERS,
  expectNothingPrivate,
  FATHER,
  MOTHER,
  pairs,
  TEACHER,
  dispatchRecorded,
  dispatchAboutApplication,
  type ApplicationEventType,
  type Status,
} from "./dispatched.ts";
import {
  createApplication,
  createWorld,
  NOW,
  PRIVATE,
  record,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";
import { WEEK_NUMBERS } from "#app/domain/campaigns/campaign.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

const about = (...[type, status]: [ApplicationEventType, Status]) =>
  dispatchAboutApplication(database, world, type, status);

const toEmployers = (template: string) => EMPLOYERS.map((email) => [email, template]);

describe("while the host has to answer", () => {
  it("tells the pupil that the application was opened", async () => {
    const { messages } = await about("application.seen", "seen");
    expect(pairs(messages)).toEqual([[PRIVATE.email, "application-seen"]]);
    expect(messages[0]).toMatchObject({ topic: "follow", urgency: "deferrable" });
    expect(messages[0]?.text).toContain("12 mars 2027 à 10 h");
  });

  it("reminds each employer, and says when it is the last time", async () => {
    const { db } = database;
    const applicationId = await createApplication(db, world, "submitted");
    const first = await dispatchRecorded(database, {
      type: "application.answer_reminder",
      applicationId,
      day: 4,
    });
    const last = await dispatchRecorded(database, {
      type: "application.answer_reminder",
      applicationId,
      day: 8,
    });
    await db.delete(tables.applications).where(eq(tables.applications.id, applicationId));
    for (const { messages } of [first, last])
      expect(pairs(messages)).toEqual(toEmployers("application-answer-reminder"));
    expect(first.messages[0]?.text).toContain("attend depuis 4 jours votre réponse");
    expect(last.messages[0]?.subject).toBe("Dernier rappel : Découvrir la menuiserie");
  });

  it("says nothing of an application answered in the meantime", async () => {
    for (const type of ["application.seen", "application.answer_reminder", "application.restored"] as const)
      expect(await about(type, "declined"), type).toMatchObject({ messages: [], skipReason: "outdated" });
    for (const type of ["application.accepted", "application.confirm_reminder"] as const)
      expect(await about(type, "confirmed"), type).toMatchObject({ messages: [], skipReason: "outdated" });
  });

  it("asks the host again when the pupil takes a withdrawal back", async () => {
    const { applicationId, messages } = await about("application.restored", "submitted");
    expect(pairs(messages)).toEqual(toEmployers("application-restored"));
    expect(messages[0]?.actionUrl).toContain(`/employeur/candidatures/${applicationId}`);
  });

  it("reminds the pupil of a place to confirm, and of its deadline", async () => {
    const { messages } = await about("application.confirm_reminder", "accepted");
    expect(pairs(messages)).toEqual([[PRIVATE.email, "application-confirm-reminder"]]);
    expect(messages[0]?.subject).toBe(
      "Menuiserie Bois d’Armor vous attend : confirmez d’ici le 12 mars à 10 h",
    );
  });
});

describe("who in the family hears of an application", () => {
  const parentsTold = async () => {
    const { messages } = await about("application.submitted", "submitted");
    return messages
      .filter(({ template }) => template === "application-sent-guardian")
      .map((one) => one.recipient);
  };
  const born = (birthDate: string) =>
    database.db.update(tables.persons).set({ birthDate }).where(eq(tables.persons.id, world.pupil));
  const informs = (informsGuardians: boolean) => database.db.update(tables.schools).set({ informsGuardians });

  it("is both parents until the sixteenth birthday, each by a link of their own", async () => {
    await born("2011-03-03");
    const { messages } = await about("application.submitted", "submitted");
    const parents = messages.filter(({ template }) => template === "application-sent-guardian");
    expect(parents.map(({ recipient, channel }) => [recipient, channel])).toEqual([
      [FATHER, "sms"],
      [MOTHER, "email"],
    ]);
    expect(new Set(parents.map(({ actionUrl }) => actionUrl)).size).toBe(2);
    for (const { actionUrl } of parents) expect(actionUrl).toMatch(/\/suivi\/[\w-]{44}$/);
  });

  it("is nobody from that birthday on, unless the school asks", async () => {
    await born("2011-03-02"); // Sixteen today.
    expect(await parentsTold()).toEqual([]);
    await informs(true);
    expect(await parentsTold()).toEqual([FATHER, MOTHER]);
    await informs(false);
  });

  it("is never the parents of an adult, even at the confirmation", async () => {
    await born("2009-03-02");
    await informs(true);
    expect(await parentsTold()).toEqual([]);
    const { messages } = await about("application.confirmed", "confirmed");
    expect(messages.map(({ template }) => template)).not.toContain("placement-confirmed-guardian");
    await informs(false);
    await born(PRIVATE.birthDate);
  });
});

describe("when an application comes to nothing", () => {
  it("tells the pupil, the host and the teachers of a representative's objection", async () => {
    const { messages } = await about("application.objected", "withdrawn");
    expect(pairs(messages)).toEqual([
      ["claire@example.org", "application-objected"],
      [PRIVATE.email, "application-objected"],
      ["omar@example.org", "application-objected"],
      [TEACHER, "application-objected"],
    ]);
    const [host, pupil, , teacher] = messages;
    expect(host?.text).not.toMatch(/responsable|famille|oppos/);
    expect(pupil?.text).toContain("Un de vos responsables légaux s’est opposé");
    expect(teacher?.text).toContain("Un responsable légal d’Inès (2de B)");
    expect(teacher?.actionUrl).toContain(`/etablissement/classes/${world.school.classGroupId}`);
  });

  it("tells the pupil alone of an acceptance taken back, and everyone of a confirmed place taken back", async () => {
    const { db } = database;
    const before = await about("application.cancelled", "cancelled");
    expect(pairs(before.messages)).toEqual([[PRIVATE.email, "application-cancelled"]]);

    const applicationId = await createApplication(db, world, "cancelled");
    const eventId = await record(db, { type: "application.confirmed", applicationId });
    await db.insert(tables.stateChanges).values({
      applicationId,
      fromStatus: "accepted",
      toStatus: "confirmed",
      actorRole: "pupil",
      eventId,
      changedAt: NOW,
    });
    const { messages } = await dispatchRecorded(database, { type: "application.cancelled", applicationId });
    await db.delete(tables.applications).where(eq(tables.applications.id, applicationId));
    expect(pairs(messages)).toEqual([
      [FATHER, "placement-cancelled"],
      [MOTHER, "placement-cancelled"],
      [PRIVATE.email, "application-cancelled"],
      [TEACHER, "placement-cancelled"],
    ]);
    expect(messages[2]?.text).toContain("Votre équipe enseignante est prévenue");
  });

  it("tells the pupil of a transfer, and the employers of a new application to answer", async () => {
    const { db } = database;
    const applicationId = await createApplication(db, world, "transferred");
    const newOfferId = await addOffer("Le bureau d’études", 48.12);
    const newApplicationId = await createApplication(db, { ...world, offerId: newOfferId }, "submitted");
    const event = { type: "application.transferred", applicationId, newApplicationId } as const;
    const { messages } = await dispatchRecorded(database, event);
    expect(pairs(messages)).toEqual([
      ["claire@example.org", "application-received"],
      [PRIVATE.email, "application-transferred"],
      ["omar@example.org", "application-received"],
    ]);
    const [host, pupil] = messages;
    expect(host?.subject).toBe("Candidature transmise : Le bureau d’études");
    expect(pupil?.text).toContain("Nouvelle offre : Le bureau d’études");
    expect(pupil?.actionUrl).toContain(newApplicationId);
    await db.delete(tables.applications).where(eq(tables.applications.pupilId, world.pupil));
    await db.delete(tables.offers).where(eq(tables.offers.id, newOfferId));
  });

  it("turns a refused pupil towards the three nearest offers that have seats, nearest first", async () => {
    const { db } = database;
    const [far, near, , middle] = [
      await addOffer("À dix kilomètres", 48.2047),
      await addOffer("À un kilomètre", 48.1237),
      await addOffer("Complète, à côté", 48.1148, 0),
      await addOffer("À cinq kilomètres", 48.1597),
      await addOffer("À vingt kilomètres", 48.2946),
    ];
    for (const type of ["declined", "expired", "lapsed", "cancelled"] as const) {
      const { messages } = await about(`application.${type}`, type);
      const message = messages.find(({ recipient }) => recipient === PRIVATE.email);
      const links = message?.text.match(/(?<=\/offres\/)[0-9a-f-]{36}/g);
      expect(links, type).toEqual([near, middle, far]);
      expect(message?.html, type).toContain(`href="https://stage.example.org/offres/${near}"`);
      expect(message?.summary, type).toContain("Trois offres près de votre lycée ont encore une place.");
    }
    const open = await db.select({ id: tables.offerSearch.offerId }).from(tables.offerSearch);
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining([near, middle, far]));
  });
});

/** An offer of the same host, open to all, so many degrees north. */
async function addOffer(title: string, latitude: number, capacity = 2): Promise<string> {
  const { db } = database;
  const siteId = newId();
  const [site] = await db.select().from(tables.hostSites).limit(1);
  const [offer] = await db.select().from(tables.offers).where(eq(tables.offers.id, world.offerId));
  if (!site || !offer) throw new Error("the world is empty");
  await db.insert(tables.hostSites).values({ ...site, id: siteId, latitude });
  const id = newId();
  await db.insert(tables.offers).values({ ...offer, id, siteId, title });
  await db.insert(tables.offerSeats).values(WEEK_NUMBERS.map((week) => ({ offerId: id, week, capacity })));
  await db.transaction((tx) => projectOffers(tx, [id]));
  return id;
}
