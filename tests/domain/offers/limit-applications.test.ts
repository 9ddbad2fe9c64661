import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { restoreApplication } from "#app/domain/applications/restore-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { limitApplications } from "#app/domain/offers/limit-applications.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { guardians, outboxEvents } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, MOTIVATION, valueOf } from "#tests/domain/applications/life-cycle-story.ts";

const database = testDatabase();

const send = (ctx: ActorContext, offerId: string) =>
  submitApplication(ctx, { offerId, motivation: MOTIVATION, choice: 1 });

/** An offer with five seats whose host answers two applications at once. */
async function busyStory() {
  const story = await lifeCycleStory(database.db, [5, 5]);
  const { make, world } = story;
  const offer = await world.newOffer({ values: { maxOpenApplications: 2 } });
  const newPupil = async () => make.as((await world.newPupil()).id);
  const reopened = () =>
    database.db.$count(
      outboxEvents,
      and(eq(outboxEvents.type, "offer.reopened"), eq(outboxEvents.payload, { offerId: offer.id })),
    );
  return { ...story, offer, newPupil, reopened };
}

describe("an offer whose host answers two applications at once", () => {
  it("refuses the third kindly, and leaves the searches while two wait", async () => {
    const { offer, newPupil, isFound, expectTruth } = await busyStory();
    expect((await send(await newPupil(), offer.id)).ok).toBe(true);
    expect(await isFound(offer.id)).toBe(true);
    expect((await send(await newPupil(), offer.id)).ok).toBe(true);
    expect(await isFound(offer.id)).toBe(false);
    expect(await send(await newPupil(), offer.id)).toMatchObject({ error: { code: "full_for_now" } });
    await expectTruth();
  });

  type Story = Awaited<ReturnType<typeof busyStory>>;
  type Waiting = { applicationId: string; pupil: ActorContext };
  const freeing: [name: string, act: (story: Story, waiting: Waiting) => Promise<unknown>][] = [
    ["is accepted", ({ host }, waiting) => acceptApplication(host, waiting)],
    ["is declined", ({ host }, waiting) => declineApplication(host, { ...waiting, reason: "dates" })],
    ["is withdrawn", (_story, { pupil, applicationId }) => withdrawApplication(pupil, { applicationId })],
    [
      "is objected to",
      async ({ pupil: ctx }, { pupil, applicationId }) => {
        const [guardian] = await database.db
          .select()
          .from(guardians)
          .where(eq(guardians.pupilId, pupil.actor.personId));
        return objectToApplication(ctx, { guardianId: guardian!.id, applicationId });
      },
    ],
    [
      "is passed on",
      ({ host, world }, { applicationId }) =>
        transferApplication(host, { applicationId, offerId: world.offer.id }),
    ],
    [
      "is released by a place elsewhere",
      async ({ world, accepted }, { pupil }) =>
        confirmPlacement(pupil, { applicationId: await accepted(world.offer.id, 1, pupil) }),
    ],
    [
      "expires",
      async ({ clock }) => {
        clock.advanceDays(11);
        return sweepDeadlines({ db: database.db, clock }, { limit: 100 });
      },
    ],
  ];

  it.each(freeing)(
    "is found again at once when one of them %s, and whoever waits is told",
    async (_name, act) => {
      const story = await busyStory();
      const { offer, newPupil, isFound, reopened, expectTruth } = story;
      const pupil = await newPupil();
      const { applicationId } = valueOf(await send(pupil, offer.id));
      valueOf(await send(await newPupil(), offer.id));
      expect(await isFound(offer.id)).toBe(false);
      await act(story, { applicationId, pupil });
      expect(await isFound(offer.id)).toBe(true);
      expect(await reopened()).toBe(1);
      await expectTruth();
    },
  );

  it("closes again when a withdrawal is taken back, which is refused once it is full", async () => {
    const { clock, offer, newPupil, isFound, expectTruth } = await busyStory();
    const [first, second] = [await newPupil(), await newPupil()];
    const [one, two] = [valueOf(await send(first, offer.id)), valueOf(await send(second, offer.id))];
    valueOf(await withdrawApplication(first, one));
    valueOf(await withdrawApplication(second, two));
    clock.advanceDays(1);
    valueOf(await send(await newPupil(), offer.id));
    valueOf(await restoreApplication(first, one));
    expect(await isFound(offer.id)).toBe(false);
    expect(await restoreApplication(second, two)).toMatchObject({ error: { code: "full_for_now" } });
    await expectTruth();
  });

  it("never has more to answer than its host wished, when fifty pupils apply at the same instant", async () => {
    const { offer, newPupil, isFound, expectTruth } = await busyStory();
    const pupils: ActorContext[] = [];
    for (let number = 0; number < 50; number += 1) pupils.push(await newPupil());
    const db = database.openPool(50);
    const outcomes = await Promise.all(pupils.map((pupil) => send({ ...pupil, db }, offer.id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    const codes = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error.code]));
    expect(new Set(codes)).toEqual(new Set(["full_for_now"]));
    expect(await isFound(offer.id)).toBe(false);
    await expectTruth();
  });

  it("follows a limit that its host changes or lifts, for what comes next", async () => {
    const { make, host, offer, newPupil, isFound, expectTruth } = await busyStory();
    valueOf(await send(await newPupil(), offer.id));
    valueOf(await limitApplications(host, { offerId: offer.id, max: 1 }));
    expect(await isFound(offer.id)).toBe(false);
    expect(await send(await newPupil(), offer.id)).toMatchObject({ error: { code: "full_for_now" } });
    valueOf(await limitApplications(host, { offerId: offer.id, max: null }));
    expect(await isFound(offer.id)).toBe(true);
    valueOf(await send(await newPupil(), offer.id));
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    expect(await limitApplications(stranger, { offerId: offer.id, max: 1 })).toMatchObject({
      error: { code: "not_found" },
    });
    await expectTruth();
  });

  it("counts neither those accepted nor those confirmed: a cancelled place changes nothing to it", async () => {
    const { host, offer, newPupil, isFound, expectTruth } = await busyStory();
    const given = valueOf(await send(await newPupil(), offer.id));
    valueOf(await acceptApplication(host, given));
    valueOf(await send(await newPupil(), offer.id));
    valueOf(await send(await newPupil(), offer.id));
    expect(await isFound(offer.id)).toBe(false);
    valueOf(await cancelPlacement(host, { ...given, reason: "dates" }));
    expect(await isFound(offer.id)).toBe(false);
    await expectTruth();
  });
});
