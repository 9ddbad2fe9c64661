import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { schoolHeadDigest } from "#app/domain/schools/events.ts";
import { mailOptOuts, messages, outboxEvents, persons } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
type Story = Awaited<ReturnType<typeof agreementStory>>;

const contextOf = ({ clock }: Story) => ({
  ...jobContext(database.db, database.url, "http://127.0.0.1:9"),
  clock,
});

/** The digest of the school on this morning, as its head gets it. */
async function digestOf(story: Story, instant: string) {
  story.clock.set(instant);
  const payload = { schoolUai: story.school.uai, onDay: instant.slice(0, 10) };
  const eventId = await database.db.transaction((tx) =>
    recordEvent(tx, schoolHeadDigest, payload, story.clock.now()),
  );
  await dispatchEvent(contextOf(story), eventId);
  const [event] = await database.db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
  const sent = await database.db.select().from(messages).where(eq(messages.eventId, eventId));
  return { sent, skipReason: event?.skipReason };
}

/** What the head was told of all that has happened, beside digests. */
async function toldToHead(story: Story) {
  const pending = await database.db.select().from(outboxEvents).orderBy(outboxEvents.id);
  for (const { id } of pending) await dispatchEvent(contextOf(story), id);
  const rows = await database.db
    .select({ template: messages.template, channel: messages.channel, status: messages.status })
    .from(messages)
    .where(and(eq(messages.personId, story.head.id)))
    .orderBy(messages.id);
  return rows;
}

describe("the digest of a head", () => {
  it("counts what waits, where, and since when, and names no pupil", async () => {
    const story = await agreementStory(database.db);
    const { make, pupil, offer, newPupil, newOffer, teacher } = story;
    const signedLater = await story.place((await newPupil()).id, (await newOffer()).id);
    const { contentHash } = await story.read(signedLater);
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId: signedLater, contentHash }));
    await story.place(pupil.id, offer.id);
    await newPupil();
    await database.db.update(persons).set({ firstName: "Inès" }).where(eq(persons.id, pupil.id));
    const asked = { topic: "behaviour" as const, body: "Je voudrais parler à quelqu’un.", to: null };
    valueOf(await requestHelp(await make.as(pupil.id), asked));

    const { sent } = await digestOf(story, "2027-03-17T06:00:00Z");
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      personId: story.head.id,
      status: "pending",
      topic: "reminders",
      subject: "Point du matin : 1 demande d’aide, 1 à faire signer",
    });
    expect(sent[0]?.text).toContain(
      [
        "Demandes d’aide non lues : 1 demande, depuis 16 jours",
        "À faire signer : 1 convention, depuis 16 jours",
        "Chez les professeurs : 1 convention, depuis 16 jours",
        "Sans stage ni candidature en cours : 1 élève",
      ].join("\n"),
    );
    expect(sent[0]?.text).not.toContain("Inès");
  });

  it("is not written when nothing waits any more, nor on a later day than its own", async () => {
    const story = await agreementStory(database.db);
    expect(await digestOf(story, "2027-03-02T06:00:00Z")).toEqual({ sent: [], skipReason: "outdated" });
    await story.place(story.pupil.id, story.offer.id);
    story.clock.set("2027-03-04T06:00:00Z");
    const late = { schoolUai: story.school.uai, onDay: "2027-03-03" };
    const eventId = await database.db.transaction((tx) =>
      recordEvent(tx, schoolHeadDigest, late, story.clock.now()),
    );
    await dispatchEvent(contextOf(story), eventId);
    expect(await database.db.$count(messages, eq(messages.eventId, eventId))).toBe(0);
  });

  it("stays in the service for a head who refuses reminders by e-mail", async () => {
    const story = await agreementStory(database.db);
    await story.place(story.pupil.id, story.offer.id);
    const address = "direction-refuse@example.org";
    await database.db.update(persons).set({ email: address }).where(eq(persons.id, story.head.id));
    const optedOutAt = story.clock.now();
    await database.db.insert(mailOptOuts).values({ address, topic: "reminders", optedOutAt });
    const { sent } = await digestOf(story, "2027-03-02T06:00:00Z");
    expect(sent.map(({ status }) => status)).toEqual(["declined"]);
  });

  it("takes the place of an e-mail an agreement: the head reads these in the service", async () => {
    const story = await agreementStory(database.db);
    const agreementId = await story.place(story.pupil.id, story.offer.id);
    const { contentHash } = await story.read(agreementId);
    valueOf(await validateAgreement(await story.make.as(story.teacher.id), { agreementId, contentHash }));
    const told = await toldToHead(story);
    expect(told).toEqual([{ template: "agreement-validated", channel: "none", status: "shown" }]);
  });
});
