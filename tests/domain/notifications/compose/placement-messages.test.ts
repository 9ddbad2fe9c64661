import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  EMPLOYERS,
  expectNothingPrivate,
  FATHER,
  HEAD,
  HEAD_BY_DIGEST,
  MOTHER,
  OFFICE,
  pairs,
  TEACHER,
  dispatchRecorded,
  dispatchAboutApplication,
  type ApplicationEventType,
} from "./dispatched.ts";
import {
  createAgreement,
  createApplication,
  createWorld,
  PRIVATE,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

const about = (type: ApplicationEventType, status: "confirmed" | "cancelled" = "confirmed") =>
  dispatchAboutApplication(database, world, type, status);

describe("around a placement", () => {
  it("gives the pupil a practical sheet a week before, and where to be the day before", async () => {
    const week = await about("placement.week_before");
    expect(pairs(week.messages)).toEqual([[PRIVATE.email, "placement-week-before"]]);
    for (const fact of ["4 rue des Ateliers, 35000 Rennes", "Gwenaëlle Prigent", "Repas tiré du sac"])
      expect(week.messages[0]?.text).toContain(fact);

    const day = await about("placement.day_before");
    expect(pairs(day.messages)).toEqual([[PRIVATE.email, "placement-day-before"]]);
    expect(day.messages[0]?.subject).toBe("Votre stage commence jeudi 17 juin");
    expect(day.messages[0]?.text).toContain("Horaires : 9 h – 12 h et 13 h 30 – 17 h");
    for (const { messages } of [week, day]) expect(messages[0]?.topic).toBe("advice");
  });

  it("asks the pupil on the first day whether all is well, and gives the host its checklist", async () => {
    const { applicationId, messages } = await about("placement.first_day");
    expect(pairs(messages)).toEqual([
      ["claire@example.org", "placement-first-day-host"],
      [PRIVATE.email, "placement-first-day-pupil"],
      ["omar@example.org", "placement-first-day-host"],
    ]);
    expect(messages[1]?.text).toContain("le 3018 (gratuit et confidentiel) ou le 119");
    expect(messages[1]?.actionUrl).toBe("https://stage.example.org/eleve/probleme");
    expect(messages[0]?.actionUrl).toContain(`/employeur/candidatures/${applicationId}`);
    expect(messages[0]?.text).not.toContain("appelez le lycée");
  });

  it("gives the host the number of the school where the directory has one", async () => {
    await database.db.update(tables.schools).set({ phone: "01 99 00 12 34" });
    const { messages } = await about("placement.first_day");
    const day = await about("placement.day_before");
    await database.db.update(tables.schools).set({ phone: null });
    expect(messages[0]?.text).toContain("appelez le lycée aussitôt : 01 99 00 12 34");
    expect(day.messages[0]?.text).toContain("Votre lycée : 01 99 00 12 34");
  });

  it.each(["presence.absence_reported", "presence.accident_reported", "presence.report_lifted"] as const)(
    "tells the head, the office, the teachers and both parents at once: %s",
    async (type) => {
      const agreementId = await createAgreement(database.db, world);
      const { messages } = await dispatchRecorded(database, { type, agreementId, reported: "absence" });
      expect(messages.map(({ recipient }) => recipient)).toEqual([FATHER, MOTHER, HEAD, OFFICE, TEACHER]);
      for (const { urgency, topic } of messages)
        expect({ urgency, topic }).toEqual({ urgency: "immediate", topic: null });
    },
  );

  it("invites the pupil to the two questions, tells whom to ask for a certificate, and thanks the host", async () => {
    const { applicationId, messages } = await about("placement.ended");
    expect(pairs(messages)).toEqual([
      ["claire@example.org", "placement-ended-host"],
      [PRIVATE.email, "placement-ended-pupil"],
      ["omar@example.org", "placement-ended-host"],
    ]);
    expect(messages[1]?.actionUrl).toContain(`/eleve/candidatures/${applicationId}`);
    expect(messages[1]?.text).toContain(
      "Vous pouvez demander une attestation à l’employeur ou à votre lycée.",
    );
    for (const { topic } of messages) expect(topic).toBe("opinions");
  });

  it("sends the host the grid on the last day, by a link that needs no account", async () => {
    const applicationId = await createApplication(database.db, world, "confirmed");
    const agreementId = await createAgreement(database.db, world);
    await database.db
      .update(tables.agreements)
      .set({ applicationId })
      .where(eq(tables.agreements.id, agreementId));
    const event = { applicationId, onDay: "2027-06-28" };
    const { messages } = await dispatchRecorded(database, { type: "placement.last_day", ...event });
    const { messages: first } = await dispatchRecorded(database, { type: "placement.first_day", ...event });
    expect(messages.map(({ template }) => template)).toEqual(EMPLOYERS.map(() => "placement-last-day-host"));
    const toHost = first.filter(({ template }) => template === "placement-first-day-host");
    for (const { actionUrl } of [...messages, ...toHost])
      expect(actionUrl).toMatch(/^https:\/\/stage\.example\.org\/accueil\/[\w-]{44}$/);
    await database.db.delete(tables.agreements).where(eq(tables.agreements.id, agreementId));
    await database.db.delete(tables.applications).where(eq(tables.applications.id, applicationId));
  });

  it("says nothing of a placement that was taken back", async () => {
    for (const step of ["week_before", "day_before", "first_day", "last_day", "ended"] as const) {
      const outcome = await about(`placement.${step}`, "cancelled");
      expect(outcome, step).toMatchObject({ messages: [], skipReason: "outdated" });
    }
  });
});

describe("the agreement and its signatures", () => {
  it("asks each signer, parents by their own link", async () => {
    const agreementId = await createAgreement(database.db, world);
    const { messages } = await dispatchRecorded(database, { type: "agreement.to_sign", agreementId });
    expect(messages.map(({ recipient }) => recipient)).toEqual([
      FATHER,
      EMPLOYERS[0],
      MOTHER,
      EMPLOYERS[1],
      HEAD_BY_DIGEST,
    ]);
    const [bySms, host, mother, , head] = messages;
    expect(bySms?.text).toContain("Stage de seconde : une convention attend votre signature.");
    expect(mother?.text).toContain("La signature d’un seul responsable légal suffit.");
    expect(host?.actionUrl).toContain(`/employeur/conventions/${agreementId}`);
    expect(head?.actionUrl).toContain(`/etablissement/conventions/${agreementId}`);
  });

  it("gives everyone the signed agreement", async () => {
    const agreementId = await createAgreement(database.db, world);
    const { messages } = await dispatchRecorded(database, { type: "agreement.signed", agreementId });
    expect(messages.map(({ recipient }) => recipient)).toEqual([
      ...[FATHER, EMPLOYERS[0], MOTHER, PRIVATE.email, EMPLOYERS[1], OFFICE, HEAD_BY_DIGEST],
    ]);
    const links = messages.map(({ actionUrl }) => actionUrl?.replace("https://stage.example.org", ""));
    expect(links.filter((link) => link?.endsWith(`${agreementId}/convention.pdf`))).toHaveLength(5);
    expect(links.filter((link) => link?.startsWith("/suivi/"))).toHaveLength(2);
  });

  it("tells both sides of an agreement that is void", async () => {
    const agreementId = await createAgreement(database.db, world);
    const { messages } = await dispatchRecorded(database, { type: "agreement.cancelled", agreementId });
    expect(messages.map(({ recipient }) => recipient)).toEqual([
      EMPLOYERS[0],
      EMPLOYERS[1],
      OFFICE,
      HEAD_BY_DIGEST,
    ]);
  });
});
