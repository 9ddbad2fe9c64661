import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { EVENT_TYPES } from "#app/domain/notifications/compose/event-registry.ts";
import { newId } from "#app/kernel/ids.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { writeMessage } from "#tests/support/messages.ts";
import { expectNothingPrivate, FATHER, HEAD, MOTHER, OFFICE, pairs, dispatchRecorded } from "./dispatched.ts";
import {
  clock,
  createApplication,
  createWorld,
  jobContext,
  NOW,
  PRIVATE,
  type AnyEvent,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterAll(() => expectNothingPrivate(database));

const MINUTE_MS = 60_000;

async function guardianWith(column: "email" | "phone", value: string): Promise<string> {
  const [row] = await database.db
    .select({ id: tables.guardians.id })
    .from(tables.guardians)
    .where(eq(tables.guardians[column], value));
  return row?.id ?? "";
}

describe("codes and links of representatives", () => {
  const requestCode = async (guardianId: string, minutes: number) => {
    const codeId = newId();
    const expiresAt = new Date(NOW.getTime() + minutes * MINUTE_MS);
    await database.db
      .insert(tables.guardianCodes)
      .values({ id: codeId, guardianId, createdAt: NOW, expiresAt });
    return { codeId, ...(await dispatchRecorded(database, { type: "guardian.code_requested", codeId })) };
  };

  it("sends the code before everything else, inside the message only", async () => {
    const { codeId, messages } = await requestCode(await guardianWith("email", MOTHER), 10);
    const code = jobContext(database.db, database.url, "http://127.0.0.1:9").links.codeFor(codeId);
    expect(pairs(messages)).toEqual([[MOTHER, "guardian-code"]]);
    const [message] = messages;
    expect(message?.priority).toBe(0);
    expect(message?.text).toContain(`Code : ${code}`);
    for (const shown of [message?.subject, message?.summary]) expect(shown).not.toContain(code);
  });

  it("sends it to the number of a representative without address", async () => {
    const { messages } = await requestCode(await guardianWith("phone", FATHER), 10);
    expect(messages).toMatchObject([{ recipient: FATHER, channel: "sms" }]);
    expect(messages[0]?.text).toMatch(/^Stage de seconde : votre code est \d{6}\. Valable 10 minutes/);
  });

  it("sends no code that is no longer good", async () => {
    const outcome = await requestCode(await guardianWith("email", MOTHER), 0);
    expect(outcome).toMatchObject({ messages: [], skipReason: "outdated" });
  });

  it("sends a link again, to that representative alone", async () => {
    const guardianId = await guardianWith("email", MOTHER);
    const { messages } = await dispatchRecorded(database, { type: "guardian.link_requested", guardianId });
    expect(pairs(messages)).toEqual([[MOTHER, "guardian-link"]]);
  });
});

describe("lost addresses and erasures", () => {
  const lose = async (recipient: string, personId: string | null) => {
    const { db } = database;
    const { id: messageId } = await writeMessage(db, clock, { recipient, personId });
    const outcome = await dispatchRecorded(database, { type: "address.suppressed", messageId });
    await db.delete(tables.messages).where(eq(tables.messages.id, messageId));
    return outcome;
  };

  it("asks the office to reach a pupil or a parent whose address is lost", async () => {
    const pupil = await lose(PRIVATE.email, world.pupil);
    const parent = await lose(MOTHER, null);
    for (const { messages } of [pupil, parent])
      expect(pairs(messages)).toEqual([
        [HEAD, "address-suppressed"],
        [OFFICE, "address-suppressed"],
      ]);
    expect(parent.messages[0]?.text).toContain("d’un responsable légal de :\n\n- Inès, 2de B");
  });

  it("asks colleagues, never at the address that was lost", async () => {
    const office = await lose(OFFICE, world.school.office);
    expect(pairs(office.messages)).toEqual([[HEAD, "address-suppressed"]]);
    const employer = await lose("omar@example.org", world.host.employers[1] ?? null);
    expect(pairs(employer.messages)).toEqual([["claire@example.org", "address-suppressed"]]);
  });

  it("writes to nobody about an address that nobody here knows", async () => {
    expect(await lose("inconnu@example.org", null)).toMatchObject({
      messages: [],
      skipReason: "nobody_concerned",
    });
  });

  it("announces the erasure of a pupil's data with its day", async () => {
    const event = { type: "retention.purge_announced", personId: world.pupil } as const;
    const { messages } = await dispatchRecorded(database, event);
    expect(pairs(messages)).toEqual([[PRIVATE.email, "purge-announced"]]);
    expect(messages[0]?.subject).toBe("Vos données seront effacées le 30 septembre 2027");
  });
});

describe("a role that a federation states no more", () => {
  it("is told to whoever had it, unless it has begun again", async () => {
    const { db } = database;
    const [row] = await db
      .insert(tables.affiliations)
      .values({
        personId: world.host.employers[0] ?? "",
        role: "teacher",
        schoolUai: world.school.uai,
        validFrom: "2026-09-01",
        validTo: "2027-03-01",
        statedBy: "academie",
        isUnstated: true,
      })
      .returning({ id: tables.affiliations.id });
    const event = { type: "account.role_unstated", affiliationId: row?.id ?? "" } as const;
    const { messages } = await dispatchRecorded(database, event);
    expect(pairs(messages)).toEqual([["claire@example.org", "role-unstated"]]);
    expect(messages[0]?.personId).toBe(world.host.employers[0]);
    const again = { validTo: null, isUnstated: false };
    await db
      .update(tables.affiliations)
      .set(again)
      .where(eq(tables.affiliations.id, row?.id ?? ""));
    expect(await dispatchRecorded(database, event)).toMatchObject({
      messages: [],
      skipReason: "subject_gone",
    });
    await db.delete(tables.affiliations).where(eq(tables.affiliations.id, row?.id ?? ""));
  });
});

describe("an offer that opens again", () => {
  beforeEach(async () => {
    await database.db.delete(tables.offerSearch);
  });
  const reopened = () => dispatchRecorded(database, { type: "offer.reopened", offerId: world.offerId });
  const open = () => database.db.transaction((tx) => projectOffers(tx, [world.offerId]));
  const watch = (wantsAlert: boolean) =>
    database.db
      .insert(tables.favourites)
      .values({ pupilId: world.pupil, offerId: world.offerId, wantsAlert, addedAt: NOW })
      .onConflictDoUpdate({
        target: [tables.favourites.pupilId, tables.favourites.offerId],
        set: { wantsAlert },
      });

  it("goes to those who asked for it, while it is open", async () => {
    await watch(true);
    expect(await reopened()).toMatchObject({ messages: [], skipReason: "outdated" });
    await open();
    const { messages } = await reopened();
    expect(pairs(messages)).toEqual([[PRIVATE.email, "offer-reopened"]]);
    expect(messages[0]).toMatchObject({ topic: "alerts", urgency: "deferrable" });
    expect(messages[0]?.actionUrl).toBe(`https://stage.example.org/offres/${world.offerId}`);
  });

  it("goes neither to those who only keep it in mind, nor to those who have asked for it already", async () => {
    const { db } = database;
    await open();
    await watch(false);
    expect((await reopened()).skipReason).toBe("nobody_concerned");
    await watch(true);
    const applicationId = await createApplication(db, world, "submitted");
    expect((await reopened()).skipReason).toBe("nobody_concerned");
    await db.delete(tables.applications).where(and(eq(tables.applications.id, applicationId)));
  });
});

it("says that the subject is gone for every event whose subject no longer exists", async () => {
  const ids = ["offerId", "applicationId", "newApplicationId", "agreementId", "guardianId", "codeId"];
  const payload = Object.fromEntries(
    [
      ...ids,
      "helpRequestId",
      "helpMessageId",
      "messageId",
      "personId",
      "linkId",
      "changeId",
      "organisationId",
      "detachmentId",
      "affiliationId",
      "requestId",
      "schoolUai",
      "referentId",
      "reminderId",
      "foundId",
    ].map((id) => [id, newId()]),
  );
  for (const type of EVENT_TYPES) {
    const outcome = await dispatchRecorded(database, {
      type,
      ...payload,
      addressee: "host",
      reported: "absence",
      accepted: true,
      day: 4,
      onDay: "2027-03-02",
      erasedOn: "2027-03-16",
      requestedAt: NOW.toISOString(),
      announcedAt: NOW.toISOString(),
      personIds: [],
    } as unknown as AnyEvent);
    expect(outcome, type).toEqual({ messages: [], skipReason: "subject_gone" });
  }
});
