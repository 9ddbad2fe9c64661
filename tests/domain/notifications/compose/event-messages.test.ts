import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  createAgreement,
  createApplication,
  createWorld,
  NOW,
  PRIVATE,
  record,
  type AnyEvent,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";
import {
  EMPLOYERS,
  expectNothingPrivate,
  FATHER,
  HEAD_BY_DIGEST,
  MOTHER,
  OFFICE,
  pairs,
  TEACHER,
  dispatchRecorded,
  dispatchAboutApplication,
  type ApplicationEventType,
  type Status,
} from "./dispatched.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

const messagesOf = async (event: AnyEvent) => (await dispatchRecorded(database, event)).messages;

const aboutApplication = (...[type, status]: [ApplicationEventType, Status]) =>
  dispatchAboutApplication(database, world, type, status);

describe("who gets which message", () => {
  it("tells its author that an offer is online", async () => {
    const messages = await messagesOf({ type: "offer.published", offerId: world.offerId });
    expect(pairs(messages)).toEqual([["claire@example.org", "offer-published"]]);
    expect(messages[0]?.subject).toBe("Votre offre est en ligne");
    expect(messages[0]?.text).toContain(`https://stage.example.org/employeur/offres/${world.offerId}`);
  });

  it("tells the pupil and each present employer of an application, with the deadline", async () => {
    const { applicationId, messages } = await aboutApplication("application.submitted", "submitted");
    expect(pairs(messages)).toEqual([
      [FATHER, "application-sent-guardian"],
      ["claire@example.org", "application-received"],
      [MOTHER, "application-sent-guardian"],
      [PRIVATE.email, "application-sent"],
      ["omar@example.org", "application-received"],
    ]);
    const [, host, , pupil] = messages;
    for (const message of [host, pupil]) expect(message?.text).toContain("12 mars 2027 à 10 h");
    expect(host?.text).toContain("Inès aimerait découvrir votre métier");
    expect(host?.text).toContain(`/employeur/candidatures/${applicationId}`);
    expect(pupil?.text).toContain(`/eleve/candidatures/${applicationId}`);
  });

  it("asks nothing of the host for an application withdrawn in the meantime", async () => {
    const { messages } = await aboutApplication("application.submitted", "withdrawn");
    expect(pairs(messages)).toEqual([[PRIVATE.email, "application-sent"]]);
  });

  it("gives a declined pupil the reason and a search around the school", async () => {
    const { db } = database;
    const applicationId = await createApplication(db, world, "declined");
    const eventId = await record(db, { type: "application.declined", applicationId });
    await db.insert(tables.stateChanges).values({
      applicationId,
      fromStatus: "seen",
      toStatus: "declined",
      actorRole: "host",
      eventId,
      reason: "no_seat_left",
      changedAt: NOW,
    });
    const [message, ...others] = await messagesOf({ type: "application.declined", applicationId });
    expect(others).toEqual([]);
    expect(message?.recipient).toBe(PRIVATE.email);
    expect(message?.text).toContain("Il n’y a plus de place.");
    expect(message?.text).toContain("/offres?lieu=Rennes&lat=48.11&lon=-1.68");
  });

  it("asks an accepted pupil to confirm before the deadline", async () => {
    const { messages } = await aboutApplication("application.accepted", "accepted");
    expect(pairs(messages)).toEqual([
      [FATHER, "application-accepted-guardian"],
      [MOTHER, "application-accepted-guardian"],
      [PRIVATE.email, "application-accepted"],
    ]);
    expect(messages[1]?.text).toContain("un employeur accepte Inès. Parlez-en ensemble");
    expect(messages[2]?.subject).toBe(
      "Menuiserie Bois d’Armor vous accepte ! Confirmez d’ici le 12 mars à 10 h",
    );
  });

  it("asks nothing of a pupil who has already confirmed", async () => {
    const { messages } = await aboutApplication("application.accepted", "confirmed");
    expect(messages).toEqual([]);
  });

  it("tells pupil, employers and both representatives of a confirmed place", async () => {
    const { messages } = await aboutApplication("application.confirmed", "confirmed");
    expect(pairs(messages)).toEqual([
      [FATHER, "placement-confirmed-guardian"],
      ["claire@example.org", "placement-confirmed-host"],
      [MOTHER, "placement-confirmed-guardian"],
      [PRIVATE.email, "placement-confirmed-pupil"],
      ["omar@example.org", "placement-confirmed-host"],
    ]);
    const [bySms, , guardian, pupil] = messages;
    for (const message of [guardian, pupil]) {
      expect(message?.text).toContain(
        "Jeu. 17, ven. 18, lun. 21, mar. 22, mer. 23, jeu. 24, ven. 25, lun. 28 juin",
      );
      expect(message?.text).toContain(" · 8 jours · 9 h–12 h, 13 h 30–17 h · 52 h");
    }
    expect(pupil?.text).toContain("4 rue des Ateliers, 35000 Rennes");
    expect(guardian?.personId).toBeNull();
    expect(bySms).toMatchObject({ channel: "sms", personId: null });
    expect(bySms?.text).toMatch(/^Stage de seconde : .* https:\/\/stage\.example\.org\/suivi\/[\w-]{44}$/);
    expect(guardian?.actionUrl).not.toBe(bySms?.actionUrl);
  });

  it("tells a host once of what one confirmation closes there, and not at all where the pupil goes", async () => {
    const { db } = database;
    const changed = async (status: "confirmed" | "released", at: string) => {
      const applicationId = await createApplication(db, world, status);
      const eventId = await record(db, { type: `application.${status}`, applicationId });
      await db.insert(tables.stateChanges).values({
        applicationId,
        fromStatus: "accepted",
        toStatus: status,
        actorRole: "system",
        eventId,
        changedAt: new Date(at),
      });
      return applicationId;
    };
    const tell = (type: "application.confirmed" | "application.released", applicationId: string) =>
      dispatchRecorded(database, { type, applicationId });
    const elsewhere = [
      await changed("released", "2027-03-01T10:00:00Z"),
      await changed("released", "2027-03-01T10:00:00Z"),
    ];
    const [first, second] = [
      await tell("application.released", elsewhere[0]!),
      await tell("application.released", elsewhere[1]!),
    ];
    expect(pairs(first.messages)).toEqual(EMPLOYERS.map((email) => [email, "application-released"]));
    expect(first.messages[0]?.text).toContain("avait répondu à deux de vos offres");
    expect(second).toMatchObject({ messages: [], skipReason: "told_elsewhere" });

    const here = await changed("confirmed", "2027-03-01T11:00:00Z");
    const closed = await changed("released", "2027-03-01T11:00:00Z");
    expect(await tell("application.released", closed)).toMatchObject({
      messages: [],
      skipReason: "told_elsewhere",
    });
    const { messages } = await tell("application.confirmed", here);
    expect(messages.find(({ template }) => template === "placement-confirmed-host")?.text).toContain(
      "Inès vient chez vous : sa venue est confirmée. Son autre candidature chez vous est close.",
    );
    await db.delete(tables.applications).where(inArray(tables.applications.id, [...elsewhere, here, closed]));
  });

  it("thanks the employers when the pupil found another place or withdrew", async () => {
    const released = await aboutApplication("application.released", "released");
    const withdrawn = await aboutApplication("application.withdrawn", "withdrawn");
    expect(pairs(released.messages)).toEqual(EMPLOYERS.map((email) => [email, "application-released"]));
    expect(pairs(withdrawn.messages)).toEqual(EMPLOYERS.map((email) => [email, "application-withdrawn"]));
  });

  it("tells the pupil of a silent host, and of one that may answer no more, and everyone of a place that was not confirmed in time", async () => {
    const expired = await aboutApplication("application.expired", "expired");
    const lapsed = await aboutApplication("application.lapsed", "lapsed");
    const closed = await aboutApplication("application.closed", "closed");
    expect(pairs(closed.messages)).toEqual([[PRIVATE.email, "application-closed"]]);
    expect(pairs(expired.messages)).toEqual([[PRIVATE.email, "application-expired"]]);
    expect(pairs(lapsed.messages)).toEqual([
      ["claire@example.org", "application-lapsed-host"],
      [PRIVATE.email, "application-lapsed-pupil"],
      ["omar@example.org", "application-lapsed-host"],
    ]);
    for (const message of [expired.messages[0], lapsed.messages[1], closed.messages[0]])
      expect(message?.text).toContain("/offres?lieu=Rennes&lat=48.11&lon=-1.68");
  });

  it("asks the side concerned to complete or to change the agreement", async () => {
    const agreementId = await createAgreement(database.db, world);
    const [toHost, toSchool, changes] = [
      await messagesOf({ type: "agreement.to_complete", agreementId, addressee: "host" }),
      await messagesOf({ type: "agreement.to_complete", agreementId, addressee: "school" }),
      await messagesOf({ type: "agreement.changes_requested", agreementId, addressee: "host" }),
    ];
    expect(pairs(toHost)).toEqual(EMPLOYERS.map((email) => [email, "agreement-to-complete"]));
    expect(pairs(toSchool)).toEqual([
      [OFFICE, "agreement-to-complete"],
      [HEAD_BY_DIGEST, "agreement-to-complete"],
    ]);
    expect(toSchool[0]?.text).toContain(`/etablissement/conventions/${agreementId}`);
    expect(pairs(changes)).toEqual(EMPLOYERS.map((email) => [email, "agreement-changes-requested"]));
  });

  it("asks the teachers of the class to validate, or the office and the head when it has none", async () => {
    const { db } = database;
    const agreementId = await createAgreement(db, world);
    const withTeacher = await messagesOf({ type: "agreement.completed", agreementId });
    expect(pairs(withTeacher)).toEqual([[TEACHER, "agreement-to-validate"]]);
    await db.transaction(async (tx) => {
      await tx.delete(tables.classMembers).where(eq(tables.classMembers.personId, world.school.teacher));
    });
    const without = await messagesOf({ type: "agreement.completed", agreementId });
    expect(pairs(without).map(([email]) => email)).toEqual([OFFICE, HEAD_BY_DIGEST]);
  });

  it("gives the validated agreement to the pupil, the employers and the head", async () => {
    const agreementId = await createAgreement(database.db, world);
    const messages = await messagesOf({ type: "agreement.validated", agreementId });
    expect(messages.map(({ recipient }) => recipient)).toEqual([
      "claire@example.org",
      PRIVATE.email,
      "omar@example.org",
      HEAD_BY_DIGEST,
    ]);
    expect(messages[1]?.text).toContain(`/eleve/conventions/${agreementId}/convention.pdf`);
    expect(messages[3]?.text).toContain(`/etablissement/conventions/${agreementId}/convention.pdf`);
  });

  it("keeps the message of someone without address for the notification centre", async () => {
    const { db } = database;
    await db.update(tables.persons).set({ email: null }).where(eq(tables.persons.id, world.pupil));
    const { messages } = await aboutApplication("application.accepted", "accepted");
    await db.update(tables.persons).set({ email: PRIVATE.email }).where(eq(tables.persons.id, world.pupil));
    const [shown, ...others] = messages.filter(({ template }) => template === "application-accepted");
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ recipient: null, channel: "none", status: "shown" });
  });
});
