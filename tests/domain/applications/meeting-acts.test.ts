import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { objectToApplication } from "#app/domain/applications/object-to-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { transferApplication } from "#app/domain/applications/transfer-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { meetAt } from "#tests/support/meeting.ts";
import { lifeCycleStory } from "./life-cycle-story.ts";

const database = testDatabase();
let story: Awaited<ReturnType<typeof lifeCycleStory>>;
let holder: Database;
/** Whom the acts share: each takes a connection of its own. */
let pool: Database;

beforeAll(async () => {
  story = await lifeCycleStory(database.db);
  holder = database.openPool(1);
  pool = database.openPool(4);
});
afterAll(() => story.expectTruth());

interface Case {
  applicationId: string;
  offerId: string;
  pupil: ActorContext;
  host: ActorContext;
  guardianId: string;
  /** Another offer of the host, and the pupil's accepted application to one more. */
  otherOfferId: string;
  rivalId: string;
}
type Outcome = Promise<Result<unknown, { code: string }>>;

const ACTS = {
  accept: ({ host, applicationId }: Case): Outcome => acceptApplication(host, { applicationId }),
  decline: ({ host, applicationId }: Case): Outcome =>
    declineApplication(host, { applicationId, reason: "dates" }),
  transfer: ({ host, applicationId, otherOfferId }: Case): Outcome =>
    transferApplication(host, { applicationId, offerId: otherOfferId }),
  cancel: ({ host, applicationId }: Case): Outcome =>
    cancelPlacement(host, { applicationId, reason: "dates" }),
  pause: ({ host, offerId }: Case): Outcome => pauseOffer(host, { offerId }),
  withdraw: ({ pupil, applicationId }: Case): Outcome => withdrawApplication(pupil, { applicationId }),
  confirm: ({ pupil, applicationId }: Case): Outcome => confirmPlacement(pupil, { applicationId }),
  "confirm another": ({ pupil, rivalId }: Case): Outcome =>
    confirmPlacement(pupil, { applicationId: rivalId }),
  object: ({ host, guardianId, applicationId }: Case): Outcome =>
    objectToApplication(host, { guardianId, applicationId }),
  sweep: async ({ host }: Case): Outcome => {
    await sweepDeadlines(host, { limit: 1000 });
    return { ok: true, value: undefined };
  },
};
type Act = keyof typeof ACTS;

async function start(status: "waiting" | "accepted", { isDue }: { isDue: boolean }): Promise<Case> {
  const { make, world, clock } = story;
  const pupil = await make.as((await world.newPupil()).id);
  const [offerId, otherOfferId, rivalOfferId] = [
    // A seat more than is asked for: only a pause or an end of it takes the offer out of the search.
    (await world.newOffer({ seats: [2, 2] })).id,
    (await world.newOffer()).id,
    (await world.newOffer()).id,
  ];
  const applicationId = await story[status === "waiting" ? "apply" : "accepted"](offerId, "both", pupil);
  if (isDue) clock.advanceDays(11);
  const rivalId = await story.accepted(rivalOfferId, "both", pupil);
  const guardianId = await make.guardianOf(pupil.actor.personId);
  const on = <Ctx extends ActorContext>(ctx: Ctx): Ctx => ({ ...ctx, db: pool });
  return {
    applicationId,
    offerId,
    otherOfferId,
    rivalId,
    guardianId,
    pupil: on(pupil),
    host: on(story.host),
  };
}

/** The acts in the order in which they get the seats, what each is told, and where the application ends. */
type Meeting = [from: "waiting" | "accepted", first: Act, second: Act, told: string, end: ApplicationStatus];
const MEETINGS: Meeting[] = [
  ["waiting", "accept", "withdraw", "ok", "withdrawn"],
  ["waiting", "withdraw", "accept", "not_possible", "withdrawn"],
  ["waiting", "accept", "object", "ok", "withdrawn"],
  ["waiting", "object", "accept", "not_possible", "withdrawn"],
  ["waiting", "decline", "withdraw", "not_possible", "declined"],
  ["waiting", "withdraw", "decline", "not_possible", "withdrawn"],
  ["waiting", "accept", "transfer", "not_possible", "accepted"],
  ["waiting", "transfer", "accept", "not_possible", "transferred"],
  ["waiting", "transfer", "withdraw", "not_possible", "transferred"],
  ["waiting", "withdraw", "transfer", "not_possible", "withdrawn"],
  ["waiting", "transfer", "confirm another", "ok", "transferred"],
  ["waiting", "confirm another", "transfer", "not_possible", "released"],
  ["waiting", "accept", "confirm another", "ok", "released"],
  ["waiting", "confirm another", "accept", "not_possible", "released"],
  ["waiting", "accept", "pause", "ok", "accepted"],
  ["waiting", "pause", "accept", "ok", "accepted"],
  ["accepted", "confirm", "cancel", "ok", "cancelled"],
  ["accepted", "cancel", "confirm", "not_possible", "cancelled"],
  ["accepted", "confirm", "withdraw", "not_possible", "confirmed"],
  ["accepted", "withdraw", "confirm", "not_possible", "withdrawn"],
  ["accepted", "confirm", "object", "not_possible", "confirmed"],
  ["accepted", "object", "confirm", "not_possible", "withdrawn"],
  ["accepted", "cancel", "withdraw", "not_possible", "cancelled"],
  ["accepted", "withdraw", "cancel", "not_possible", "withdrawn"],
];
const ON_THE_DEADLINE: Meeting[] = [
  ["waiting", "accept", "sweep", "ok", "accepted"],
  ["waiting", "sweep", "accept", "not_possible", "expired"],
  ["waiting", "sweep", "withdraw", "not_possible", "expired"],
  ["waiting", "sweep", "decline", "not_possible", "expired"],
  ["waiting", "transfer", "sweep", "ok", "transferred"],
  ["waiting", "sweep", "transfer", "not_possible", "expired"],
  ["accepted", "confirm", "sweep", "ok", "confirmed"],
  ["accepted", "sweep", "confirm", "not_possible", "lapsed"],
  ["accepted", "sweep", "cancel", "not_possible", "lapsed"],
];

const HELD: Partial<Record<ApplicationStatus, string>> = { accepted: "1+0/2", confirmed: "0+1/2" };

async function play([from, first, second, told, end]: Meeting, isDue: boolean): Promise<void> {
  const met = await start(from, { isDue });
  const seats = sql`select 1 from offer_seats where offer_id = ${met.offerId} and week = 1`;
  const [one, two] = await meetAt(
    { holder, observer: database.db },
    seats,
    () => ACTS[first](met),
    () => ACTS[second](met),
  );
  expect(one).toMatchObject({ ok: true });
  expect(two.ok ? "ok" : two.error.code).toBe(told);
  expect(await story.statusOf(met.applicationId)).toBe(end);
  const held = HELD[end] ?? "0+0/2";
  expect(await story.seatsOf(met.offerId)).toEqual([held, held]);
  const isPaused = first === "pause" || second === "pause";
  expect(await story.isFound(met.offerId)).toBe(!isPaused);
  const waiting = await database.db
    .select({ id: applications.id, status: applications.status })
    .from(applications)
    .where(eq(applications.pupilId, met.pupil.actor.personId));
  const isPlaced = waiting.some(({ status }) => status === "confirmed");
  if (isPlaced)
    expect(waiting.filter(({ status }) => ["submitted", "seen", "accepted"].includes(status))).toEqual([]);
}

describe("two people at the same seats, one behind the other", () => {
  it.each(MEETINGS)("%s: %s, then %s: %s, and the application is %s", (...meeting) => play(meeting, false));
});

describe("on the deadline, with the sweep", () => {
  it.each(ON_THE_DEADLINE)("%s: %s, then %s: %s, and the application is %s", (...meeting) =>
    play(meeting, true),
  );
});
