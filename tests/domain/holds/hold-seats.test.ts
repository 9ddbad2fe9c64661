import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { holdSeats } from "#app/domain/holds/hold-seats.server.ts";
import { refuseHold } from "#app/domain/holds/refuse-hold.server.ts";
import { sweepHolds } from "#app/domain/holds/sweep-holds.server.ts";
import { listOwnHolds, listToReplace } from "#app/domain/holds/to-replace.queries.server.ts";
import { INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { applications, offers, offerSearch, sectorFamilies, sectors } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof agreementStory>>;
/** The place that Camille had. */
let failedId: string;

const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";
const NOT_FOUND = { ok: false, error: { code: "not_found" } };
const RENNES = { latitude: 48.1147, longitude: -1.6794 };
const kmNorth = (km: number) => ({ latitude: RENNES.latitude + km / 111.2, longitude: RENNES.longitude });

beforeEach(async () => {
  // The offers of the tests before are no longer around.
  await database.db.update(offers).set({ status: "archived" });
  await database.db.delete(offerSearch);
  story = await agreementStory(database.db);
  await database.db
    .insert(sectorFamilies)
    .values({ slug: "bois", label: "Bois", position: 2 })
    .onConflictDoNothing();
  await database.db
    .insert(sectors)
    .values({ code: "s07", label: "Menuiserie", familySlug: "bois" })
    .onConflictDoNothing();
  failedId = await lose(story.pupil.id);
});

/** Confirmed, then taken back by its host. */
async function lose(pupilId: string): Promise<string> {
  const offer = await story.newOffer();
  await story.place(pupilId, offer.id);
  const [row] = await database.db
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.offerId, offer.id));
  const applicationId = row?.id ?? "";
  valueOf(
    await cancelPlacement(await story.make.as(story.employer.id), { applicationId, reason: "not_safe" }),
  );
  return applicationId;
}

/** An offer of another host, so many kilometres away, with one seat a week unless told otherwise. */
async function other(km: number, sectorCode = "s43", seats: [number, number] = [1, 1]) {
  const host = await story.make.organisation();
  const employer = await story.make.employer(host.id);
  const from = { campaignId: story.campaign.id, organisationId: host.id, seats, point: kmNorth(km) };
  const offer = await story.make.offer({ ...from, values: { sectorCode } });
  return { id: offer.id, employer };
}

const hold = async (personId: string, on = database.db) =>
  holdSeats(await story.make.as(personId, on), { applicationId: failedId });
const held = async () => await listOwnHolds(database.db, (await story.make.as(story.pupil.id)).actor);
const toReplace = async (personId: string) =>
  (await listToReplace(database.db, (await story.make.as(personId)).actor, story.campaign)).map(
    ({ applicationId }) => applicationId,
  );
const apply = async (pupilId: string, offerId: string) =>
  submitApplication(await story.make.as(pupilId), { offerId, motivation, choice: "both" });
const broken = async () => {
  for (const { name, broken: rows } of INVARIANTS)
    if ((await database.db.execute(rows)).length > 0) return name;
  return null;
};

describe("a pupil whose placement failed", () => {
  it("is shown to the adults of the class with whom to call, to nobody else, until they have a place again", async () => {
    const elsewhere = await story.make.staff("teacher", (await story.make.school()).uai);
    const colleague = await story.make.staff("teacher", story.school.uai);
    for (const { id } of [story.teacher, story.head]) expect(await toReplace(id)).toContain(failedId);
    for (const { id } of [elsewhere, colleague, story.pupil, story.employer])
      expect(await toReplace(id)).toEqual([]);
    const [shown] = await listToReplace(
      database.db,
      (await story.make.as(story.teacher.id)).actor,
      story.campaign,
    );
    expect(shown).toMatchObject({
      pupilName: `${story.pupil.lastName} Camille`,
      weeks: [1, 2],
      reason: "not_safe",
      hostName: story.organisation.name,
      family: [{ name: `Parent ${story.pupil.lastName}` }],
      held: [],
    });
    await story.place(story.pupil.id, (await story.newOffer()).id, 1);
    const [still] = await listToReplace(
      database.db,
      (await story.make.as(story.teacher.id)).actor,
      story.campaign,
    );
    expect(still?.weeks).toEqual([2]);
    await story.place(story.pupil.id, (await story.newOffer()).id, 2);
    expect(await toReplace(story.teacher.id)).toEqual([]);
  });
});

describe("three seats kept for two days", () => {
  it("are of the same family first, then the nearest; reserved for all others, free for the pupil", async () => {
    const near = await other(0.2);
    const wood = await other(0.1, "s07");
    const far = await other(0.3);
    const farther = await other(0.4);
    const kept = valueOf(await hold(story.teacher.id));
    expect(kept.held).toBe(3);
    expect((await held()).map(({ offerId }) => offerId).sort()).toEqual([near.id, far.id, farther.id].sort());
    expect((await held()).map(({ weeks, expiresAt }) => [weeks, expiresAt])).toEqual(
      Array(3).fill([[1, 2], new Date("2027-03-03T09:00:00Z")]),
    );
    const rival = await story.newPupil();
    expect(await apply(rival.id, near.id)).toMatchObject({ error: { code: "weeks_not_open" } });
    expect((await apply(rival.id, wood.id)).ok).toBe(true);
    const { applicationId } = valueOf(await apply(story.pupil.id, near.id));
    valueOf(await acceptApplication(await story.make.as(near.employer.id), { applicationId }));
    expect((await held()).map(({ offerId }) => offerId)).not.toContain(near.id);
    expect(await held()).toHaveLength(2);
    expect(await broken()).toBeNull();
  });

  it("are given back at once when the pupil has a place, when a host declines, or when one is refused", async () => {
    const first = await other(0.2);
    const second = await other(0.3);
    await other(0.4);
    valueOf(await hold(story.head.id));
    const [one] = (await held()).filter(({ offerId }) => offerId === second.id);
    const stranger = await story.newPupil();
    for (const { id } of [stranger, story.employer])
      expect(await refuseHold(await story.make.as(id), { holdId: one?.id ?? "" })).toEqual(NOT_FOUND);
    const pupil = await story.make.as(story.pupil.id);
    valueOf(await refuseHold(pupil, { holdId: one?.id ?? "" }));
    expect(await refuseHold(pupil, { holdId: one?.id ?? "" })).toEqual(NOT_FOUND);
    expect((await apply(stranger.id, second.id)).ok).toBe(true);
    const { applicationId } = valueOf(await apply(story.pupil.id, first.id));
    const host = await story.make.as(first.employer.id);
    valueOf(await declineApplication(host, { applicationId, reason: "dates" }));
    expect(await held()).toHaveLength(1);
    await story.place(story.pupil.id, (await story.newOffer()).id);
    expect(await held()).toEqual([]);
    expect(await broken()).toBeNull();
  });

  it("are given back by the sweep after 48 hours, not before, and once", async () => {
    const only = await other(0.2);
    valueOf(await hold(story.teacher.id));
    story.clock.set("2027-03-03T08:59:59Z");
    await sweepHolds({ db: database.db, clock: story.clock });
    expect(await held()).toHaveLength(1);
    story.clock.set("2027-03-03T09:00:00Z");
    await Promise.all([1, 2].map(() => sweepHolds({ db: database.openPool(2), clock: story.clock })));
    expect(await held()).toEqual([]);
    expect((await apply((await story.newPupil()).id, only.id)).ok).toBe(true);
    expect(await broken()).toBeNull();
  });

  it("are kept by those who follow the pupil, once at a time, while there is something to replace", async () => {
    const elsewhere = await story.make.staff("schoolHead", (await story.make.school()).uai);
    const colleague = await story.make.staff("teacher", story.school.uai);
    for (const { id } of [elsewhere, colleague, story.pupil, story.employer])
      expect(await hold(id)).toEqual(NOT_FOUND);
    await other(0.2);
    valueOf(await hold(story.teacher.id));
    expect(await hold(story.head.id)).toEqual({ ok: false, error: { code: "already_held" } });
    await story.place(story.pupil.id, (await story.newOffer()).id);
    expect(await hold(story.teacher.id)).toEqual(NOT_FOUND);
  });

  it("never go beyond the seats, whoever acts at the same instant", async () => {
    const last = await other(0.2);
    const rival = await story.newPupil();
    const { applicationId } = valueOf(await apply(rival.id, last.id));
    const pool = database.openPool(3);
    const outcomes = await Promise.all([
      hold(story.teacher.id, pool),
      hold(story.head.id, pool),
      acceptApplication(await story.make.as(last.employer.id, pool), { applicationId }),
    ]);
    const [byTeacher, byHead, accepted] = outcomes;
    expect([byTeacher, byHead].filter((outcome) => outcome?.ok).length).toBeLessThanOrEqual(1);
    expect((await held()).length + (accepted?.ok ? 1 : 0)).toBe(1);
    expect(await broken()).toBeNull();
  });
});
