import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ASKED_ACTS } from "#app/domain/notifications/inbox/asked-acts.ts";
import { findSettledActs } from "#app/domain/notifications/inbox/settled-acts.queries.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { validateAgreement } from "#app/domain/agreements/validate-agreement.server.ts";
import { newId } from "#app/kernel/ids.ts";
import * as tables from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
let db: TestDatabase["db"];
beforeAll(() => {
  db = database.db;
});
const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";

type Story = Awaited<ReturnType<typeof agreementStory>>;
let story: Story;
/** A confirmed stay of the story, with its agreement. */
let agreementId: string;
let applicationId: string;
beforeEach(async () => {
  story = await agreementStory(db);
  agreementId = await story.place(story.pupil.id, story.offer.id);
  const [row] = await db.select().from(tables.agreements).where(eq(tables.agreements.id, agreementId));
  applicationId = row?.applicationId ?? "";
});

async function told(template: string, payload: Record<string, unknown>, personId = story.teacher.id) {
  const event = { id: newId(), type: "test.asked", payload, occurredAt: story.clock.now() };
  await db.insert(tables.outboxEvents).values({ ...event, urgency: "immediate" });
  return writeMessage(db, story.clock, { template, personId, eventId: event.id });
}

async function outcomeOf({ id, template }: { id: string; template: string }, personId = story.teacher.id) {
  const found = await findSettledActs(db, { personId }, [{ id, template }], story.clock.now());
  return found.get(id) ?? "open";
}

const DONE = { done: true, by: null };

const setApplication = (status: "accepted" | "seen" | "declined" | "withdrawn") =>
  db.execute(sql`update applications set status = ${status}::application_status,
    deadline_at = case when ${status} in ('accepted', 'seen') then now() end where id = ${applicationId}`);
const setAgreement = (values: Partial<typeof tables.agreements.$inferInsert>) =>
  db.update(tables.agreements).set(values).where(eq(tables.agreements.id, agreementId));
const setOffer = (status: "rejected" | "draft") =>
  db.update(tables.offers).set({ status }).where(eq(tables.offers.id, story.offer.id));

async function askHelp(): Promise<string> {
  const now = story.clock.now();
  const request = { id: newId(), pupilId: story.pupil.id, campaignId: story.campaign.id, isPrivate: false };
  await db
    .insert(tables.helpRequests)
    .values({ ...request, topic: "behaviour", body: "Aide.", askedAt: now, waitingSince: now });
  return request.id;
}
const setHelp = (id: string, values: Partial<typeof tables.helpRequests.$inferInsert>) =>
  db.update(tables.helpRequests).set(values).where(eq(tables.helpRequests.id, id));
const closeHelp = (id: string) =>
  setHelp(id, { waitingSince: null, handledAt: story.clock.now(), handledBy: story.teacher.id });

interface Case {
  /** Makes the act possible, and gives what the event tells. */
  ask(): Promise<Record<string, unknown>>;
  /** Somebody does it. */
  act(payload: Record<string, unknown>): Promise<unknown>;
}

const answerCase: Case = {
  async ask() {
    await setApplication("seen");
    return { applicationId };
  },
  act: () => setApplication("declined"),
};
const confirmCase: Case = {
  async ask() {
    await setApplication("accepted");
    return { applicationId };
  },
  act: () =>
    db.execute(
      sql`update applications set status = 'confirmed', deadline_at = null where id = ${applicationId}`,
    ),
};
const helpCase = (act: (id: string) => Promise<unknown>): Case => ({
  ask: async () => ({ helpRequestId: await askHelp() }),
  act: ({ helpRequestId }) => act(String(helpRequestId)),
});
const readHelp = (id: string) => setHelp(id, { waitingSince: null });

const CASES: Record<string, Case> = {
  "application-received": answerCase,
  "application-answer-reminder": answerCase,
  "application-restored": answerCase,
  "application-accepted": confirmCase,
  "application-confirm-reminder": confirmCase,
  "help-requested": helpCase(closeHelp),
  "help-second-told": helpCase(readHelp),
  "help-continued": helpCase(readHelp),
  "agreement-to-complete": {
    async ask() {
      await setAgreement({ status: "draft", schoolCompletedAt: null, hostCompletedAt: null });
      return { agreementId, addressee: "school" };
    },
    act: () => setAgreement({ schoolCompletedAt: story.clock.now() }),
  },
  "agreement-changes-requested": {
    async ask() {
      await setAgreement({ status: "changes_requested" });
      const remark = { agreementId, version: 1, addressee: "school" as const, comment: "À revoir." };
      await db
        .insert(tables.agreementRemarks)
        .values({ ...remark, id: newId(), createdAt: story.clock.now() });
      return { agreementId, addressee: "school" };
    },
    act: () => db.update(tables.agreementRemarks).set({ resolvedAt: story.clock.now() }),
  },
  "agreement-to-validate": {
    ask: () => Promise.resolve({ agreementId }),
    act: () => setAgreement({ status: "changes_requested" }),
  },
  "agreement-to-sign": {
    async ask() {
      await setAgreement({ status: "signing", validatedAt: story.clock.now() });
      return { agreementId };
    },
    act: () => setAgreement({ status: "signed" }),
  },
  "offer-rejected": {
    async ask() {
      await setOffer("rejected");
      return { offerId: story.offer.id };
    },
    act: () => setOffer("draft"),
  },
  "host-claimed": {
    async ask() {
      const personId = (await story.make.person()).id;
      await db
        .insert(tables.hostClaims)
        .values({ personId, siret: "12345678901234", claimedAt: story.clock.now() });
      return { personId };
    },
    act: () => db.delete(tables.hostClaims),
  },
  "school-join-requested": {
    async ask() {
      const request = { id: newId(), schoolUai: story.school.uai, email: "x@ac-rennes.fr" };
      await db
        .insert(tables.schoolJoinRequests)
        .values({ ...request, role: "teacher", requestedAt: story.clock.now() });
      return { requestId: request.id };
    },
    act: ({ requestId }) =>
      db
        .update(tables.schoolJoinRequests)
        .set({ answeredAt: story.clock.now(), accepted: true })
        .where(eq(tables.schoolJoinRequests.id, String(requestId))),
  },
  "placement-first-day-host": {
    ask: () => Promise.resolve({ applicationId, onDay: story.clock.now().toISOString().slice(0, 10) }),
    act: ({ onDay }) =>
      db.insert(tables.presenceReports).values({
        id: newId(),
        agreementId,
        pupilId: story.pupil.id,
        onDay: String(onDay),
        kind: "arrived",
        side: "host",
        reportedAt: story.clock.now(),
      }),
  },
  "placement-last-day-host": {
    ask: () => Promise.resolve({ applicationId, onDay: "2027-06-28" }),
    act: () =>
      db.execute(sql`insert into skill_marks (agreement_id, pupil_id, skill, side, level, marked_at)
        select ${agreementId}, ${story.pupil.id}, 'listens', 'supervisor', 'seen', now()`),
  },
  "placement-ended-pupil": {
    ask: () => Promise.resolve({ applicationId }),
    act: () =>
      db
        .insert(tables.opinions)
        .values({ applicationId, welcomed: 3, useful: 3, givenAt: story.clock.now() }),
  },
  "erasure-requested": {
    async ask() {
      const erasureRequestedAt = story.clock.now();
      await db
        .update(tables.persons)
        .set({ erasureRequestedAt })
        .where(eq(tables.persons.id, story.pupil.id));
      return { personId: story.pupil.id };
    },
    act: () => db.update(tables.persons).set({ erasureRequestedAt: null }),
  },
  "address-suppressed": {
    async ask() {
      const address = `perdue-${newId()}@example.org`;
      await db.update(tables.persons).set({ email: address }).where(eq(tables.persons.id, story.pupil.id));
      const suppression = { address, reason: "bounced", suppressedAt: story.clock.now() };
      await db.insert(tables.suppressedAddresses).values(suppression);
      const { id } = await writeMessage(db, story.clock, { personId: story.pupil.id, recipient: address });
      return { messageId: id };
    },
    act: () =>
      db
        .update(tables.persons)
        .set({ email: `juste-${newId()}@example.org` })
        .where(eq(tables.persons.id, story.pupil.id)),
  },
};
/** Nothing to wait for: who reads it has signed in. */
const DONE_BY_READING = "account-expiring";

describe("a notification that asks for an act", () => {
  it("has its case here", () => {
    expect([...Object.keys(CASES), DONE_BY_READING].sort()).toEqual(Object.keys(ASKED_ACTS).sort());
  });

  it.each(Object.entries(CASES))("closes itself once the act is done: %s", async (template, { ask, act }) => {
    const payload = await ask();
    const message = await told(template, payload);
    expect(await outcomeOf(message)).toBe("open");
    await act(payload);
    expect(await outcomeOf(message)).toMatchObject({ done: true });
  });

  it("is done by being read where it asks to sign in", async () => {
    const message = await told(DONE_BY_READING, { personId: story.teacher.id, erasedOn: "2027-06-01" });
    expect(await outcomeOf(message)).toEqual(DONE);
  });

  it("is past, and not done, once nothing can be done", async () => {
    await setApplication("seen");
    const answer = await told("application-received", { applicationId });
    await setApplication("withdrawn");
    expect(await outcomeOf(answer)).toEqual({ done: false, by: null });
    const gone = await told("agreement-to-validate", { agreementId: newId() });
    expect(await outcomeOf(gone)).toEqual({ done: false, by: null });
    const arrival = await told("placement-first-day-host", { applicationId, onDay: "2027-02-28" });
    expect(await outcomeOf(arrival)).toEqual({ done: false, by: null });
  });

  it("says that it was the reader, or which colleague", async () => {
    const { make, teacher, head } = story;
    const { contentHash } = await story.read(agreementId);
    const message = await told("agreement-to-validate", { agreementId });
    valueOf(await validateAgreement(await make.as(teacher.id), { agreementId, contentHash }));
    expect(await outcomeOf(message)).toEqual({ done: true, by: "self" });
    const { firstName, lastName } = (await make.as(teacher.id)).actor;
    expect(await outcomeOf(message, head.id)).toEqual({
      done: true,
      by: { name: `${firstName} ${lastName}` },
    });
  });

  it("names nobody of the host to the pupil, and the colleague to the host", async () => {
    const { make, employer, newPupil, newOffer } = story;
    const other = await newPupil();
    const letter = { offerId: (await newOffer()).id, motivation, choice: "both" as const };
    const sent = valueOf(await submitApplication(await make.as(other.id), letter));
    const toHost = await told("application-received", sent, employer.id);
    const host = await make.as(employer.id);
    const answer = { applicationId: sent.applicationId, reason: "dates" as const };
    valueOf(await declineApplication(host, answer));
    expect(await outcomeOf(toHost, employer.id)).toEqual({ done: true, by: "self" });
    const again = valueOf(
      await submitApplication(await make.as(other.id), { ...letter, offerId: (await newOffer()).id }),
    );
    const late = await told("application-received", again, employer.id);
    valueOf(await withdrawApplication(await make.as(other.id), { applicationId: again.applicationId }));
    expect(await outcomeOf(late, employer.id)).toEqual({ done: false, by: null });
  });
});
