import { eq } from "drizzle-orm";
import { beforeEach } from "vitest";
import { cancelPlacement } from "#app/domain/agreements/cancel-placement.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { holdSeats } from "#app/domain/holds/hold-seats.server.ts";
import { listOwnHolds, listToReplace } from "#app/domain/holds/to-replace.queries.server.ts";
import { INVARIANTS } from "#app/domain/operations/invariants.queries.server.ts";
import { applications, offers, offerSearch, sectorFamilies, sectors } from "#db/schema/index.ts";
import { agreementStory, valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const motivation = "J’aimerais découvrir comment une équipe soigne et s’organise chaque jour.";
const RENNES = { latitude: 48.1147, longitude: -1.6794 };
const kmNorth = (km: number) => ({ latitude: RENNES.latitude + km / 111.2, longitude: RENNES.longitude });

/** Call at the top of a test file: before each test, Camille had a place that its host took back, and no other offer is around. */
export function holdsStory() {
  const database = testDatabase();
  let story: Awaited<ReturnType<typeof agreementStory>>;
  /** The place that Camille had. */
  let failedId: string;

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

  return {
    database,
    /** Read in a test: it changes with each. */
    now: () => ({ story, failedId }),
    other,
    hold,
    held,
    toReplace,
    apply,
    broken,
  };
}
