import { expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { markApplicationSeen } from "#app/domain/applications/mark-application-seen.server.ts";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { applications } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const COMMANDS = process.env.TEST_LONG ? 10_000 : 600;
const AT_ONCE = 12;

const database = testDatabase();

/** The same storm for the same seed, as far as the database orders it the same way. */
function dice(seed: number) {
  let state = seed;
  return <Item>(items: readonly Item[]): Item => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const item = items[Math.floor((state / 2 ** 32) * items.length)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  };
}

it(`keeps the truth through ${COMMANDS} commands of pupils and hosts, ${AT_ONCE} at a time`, async () => {
  const clock = fakeClock();
  const pool = database.openPool(AT_ONCE);
  const make = factories(pool, clock);
  const world = await make.world({ seats: [2, 2] });
  const offers = [world.offer, await world.newOffer(), await world.newOffer({ seats: [1, 3] })];
  const pupils: ActorContext[] = [];
  for (let count = 0; count < 8; count += 1) pupils.push(await make.as((await world.newPupil()).id));
  const host = await make.as(world.employer.id);
  const pick = dice(20_270_617);
  const motivation = "J’aimerais découvrir comment une équipe s’organise chaque jour.";

  async function command(): Promise<unknown> {
    const [pupil, offer] = [pick(pupils), pick(offers)];
    const known = await pool
      .select({ id: applications.id, pupilId: applications.pupilId })
      .from(applications);
    const kind = pick([
      "submit",
      "submit",
      "draft",
      "see",
      "accept",
      "accept",
      "decline",
      "confirm",
      "confirm",
      "withdraw",
      "pause",
      "resume",
      "resume",
    ] as const);
    if (kind === "submit")
      return submitApplication(pupil, {
        offerId: offer.id,
        motivation,
        choice: pick(["both", 1, 2] as const),
      });
    if (kind === "draft") return saveDraftApplication(pupil, { offerId: offer.id, motivation });
    if (kind === "pause") return pauseOffer(host, { offerId: offer.id });
    if (kind === "resume") return resumeOffer(host, { offerId: offer.id });
    if (known.length === 0) return null;
    const { id: applicationId, pupilId } = pick(known);
    const owner = pupils.find(({ actor }) => actor.personId === pupilId) ?? pupil;
    switch (kind) {
      case "see":
        return markApplicationSeen(host, { applicationId });
      case "accept":
        return acceptApplication(host, { applicationId });
      case "decline":
        return declineApplication(host, { applicationId, reason: "dates" });
      case "confirm":
        return confirmPlacement(owner, { applicationId });
      case "withdraw":
        return withdrawApplication(owner, { applicationId });
    }
  }

  for (let sent = 0; sent < COMMANDS; sent += AT_ONCE) {
    clock.advanceDays(1 / 8640);
    await Promise.all(Array.from({ length: AT_ONCE }, command));
  }
  const reports = await checkInvariants(database.db, [...INVARIANTS, PROJECTION]);
  expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
  const held = await database.db.select({ status: applications.status }).from(applications);
  expect(new Set(held.map(({ status }) => status))).toContain("confirmed");
}, 600_000);
