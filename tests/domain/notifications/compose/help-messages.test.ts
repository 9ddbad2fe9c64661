import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { registry } from "#app/emails/registry.ts";
import { newId } from "#app/kernel/ids.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  createWorld,
  jobContext,
  NOW,
  PRIVATE,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";
import { dispatchRecorded, expectNothingPrivate, HEAD, pairs, TEACHER } from "./dispatched.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});
afterEach(async () => {
  await database.db.delete(tables.helpRequests);
});
afterAll(() => expectNothingPrivate(database));

async function ask({ isPrivate = false, reader = world.school.teacher } = {}) {
  const helpRequestId = newId();
  const readerId = newId();
  const { pupil: pupilId, campaignId } = world;
  await database.db.insert(tables.helpRequests).values({
    id: helpRequestId,
    pupilId,
    campaignId,
    topic: "behaviour",
    body: "Mon tuteur me met mal à l’aise et je ne sais pas quoi faire.",
    askedAt: NOW,
    isPrivate,
  });
  await database.db.insert(tables.helpReaders).values({
    id: readerId,
    requestId: helpRequestId,
    personId: reader,
    reason: isPrivate ? "chosen" : "class",
    toldAt: NOW,
  });
  return { helpRequestId, readerId };
}

describe("a request for help", () => {
  it("calls those who are told of it, each with a link of their own, without a word of what the pupil wrote", async () => {
    const { helpRequestId, readerId } = await ask();
    const { messages } = await dispatchRecorded(database, { type: "help.requested", helpRequestId });
    expect(pairs(messages)).toEqual([[TEACHER, "help-requested"]]);
    expect(messages[0]).toMatchObject({
      urgency: "immediate",
      subject: "Demande d’aide : Inès",
    });
    const token = jobContext(database.db, database.url, "http://127.0.0.1:9").links.sign("help", readerId);
    for (const part of [messages[0]?.text, messages[0]?.html]) {
      expect(part).not.toMatch(/tuteur|mal à l|behaviour|déplacés/);
      expect(part).toContain(`/reponse/${token}`);
    }
  });

  it("written to one person says so to them, and calls nobody else", async () => {
    const [head] = await database.db
      .select({ id: tables.persons.id })
      .from(tables.persons)
      .where(eq(tables.persons.email, HEAD));
    const { helpRequestId } = await ask({ isPrivate: true, reader: head?.id ?? "" });
    const { messages } = await dispatchRecorded(database, { type: "help.requested", helpRequestId });
    expect(pairs(messages)).toEqual([[HEAD, "help-requested"]]);
    expect(messages[0]?.text).toContain("Inès n’a écrit qu’à vous");
  });

  it("tells a second adult, then the pupil of an answer, then those who are in it of what follows", async () => {
    const { helpRequestId } = await ask();
    const personIds = [world.school.teacher];
    const second = await dispatchRecorded(database, { type: "help.second_told", helpRequestId, personIds });
    expect(pairs(second.messages)).toEqual([[TEACHER, "help-second-told"]]);
    const helpMessageId = newId();
    const answered = await dispatchRecorded(database, {
      type: "help.answered",
      helpRequestId,
      helpMessageId,
    });
    expect(pairs(answered.messages)).toEqual([[PRIVATE.email, "help-answered"]]);
    const continued = await dispatchRecorded(database, {
      type: "help.continued",
      helpRequestId,
      helpMessageId,
    });
    expect(pairs(continued.messages)).toEqual([[TEACHER, "help-continued"]]);
    const sent = [...second.messages, ...answered.messages, ...continued.messages];
    const declared = registry.filter(({ sentOn }) => sentOn.some((type) => type.startsWith("help.")));
    expect([...sent.map(({ template }) => template), "help-requested"].sort()).toEqual(
      declared.map(({ name }) => name).sort(),
    );
  });

  it("that goes on is told to the colleague who answered rather than to those who did not", async () => {
    const { helpRequestId } = await ask();
    const [head] = await database.db
      .select({ id: tables.persons.id })
      .from(tables.persons)
      .where(eq(tables.persons.email, HEAD));
    const message = {
      id: newId(),
      requestId: helpRequestId,
      fromPupil: false,
      body: "Oui ?",
      writtenAt: NOW,
    };
    await database.db.insert(tables.helpMessages).values(Object.assign(message, { authorId: head?.id }));
    const event = { type: "help.continued", helpRequestId, helpMessageId: newId() } as const;
    const { messages } = await dispatchRecorded(database, event);
    expect(pairs(messages)).toEqual([[HEAD, "help-continued"]]);
  });
});
