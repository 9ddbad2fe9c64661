import { beforeAll, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { declineApplication } from "#app/domain/applications/decline-application.server.ts";
import { getHostHabits } from "#app/domain/hosts/host-habits.queries.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { hostHabitsText } from "#app/ui/pupil/host-habits-text.tsx";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world({ seats: [50, 50] });
});

async function apply(): Promise<{ applicationId: string; pupilId: string }> {
  const pupil = await world.newPupil();
  const motivation = "J’aimerais comprendre comment une équipe soignante s’organise.";
  const sent = await submitApplication(await make.as(pupil.id), {
    offerId: world.offer.id,
    motivation,
    choice: "both",
  });
  if (!sent.ok) throw new Error(sent.error.code);
  return { ...sent.value, pupilId: pupil.id };
}

describe("a host's habits", () => {
  it("are told from the fifth application on, without those taken back before any answer", async () => {
    const host = await make.as(world.employer.id);
    const sent = [await apply(), await apply(), await apply(), await apply()];
    const takenBack = await apply();
    await withdrawApplication(await make.as(takenBack.pupilId), takenBack);
    clock.advanceDays(2);
    for (const { applicationId } of sent) await acceptApplication(host, { applicationId });
    expect(await getHostHabits(database.db, world.offer.id)).toBeNull();

    const fifth = await apply();
    clock.advanceDays(6);
    await declineApplication(host, { ...fifth, reason: "dates" });
    expect(await getHostHabits(database.db, world.offer.id)).toEqual({
      answered: 5,
      decided: 5,
      medianDays: 2,
    });
  });

  it("count the applications left without an answer, of every offer of the organisation", async () => {
    await apply();
    clock.advanceDays(11);
    await sweepDeadlines({ db: database.db, clock }, { limit: 100 });
    const other = await world.newOffer();
    expect(await getHostHabits(database.db, other.id)).toMatchObject({ answered: 5, decided: 6 });
    expect(
      await getHostHabits(
        database.db,
        (
          await make.offer({
            campaignId: world.campaign.id,
            organisationId: (await make.organisation()).id,
          })
        ).id,
      ),
    ).toBeNull();
  });

  it("are said in plain words, the delay only when enough answers were given", () => {
    expect(hostHabitsText({ answered: 8, decided: 10, medianDays: 3 })).toBe(
      "Cet employeur répond en général en 3 jours et a répondu à 8 candidatures sur 10.",
    );
    expect(hostHabitsText({ answered: 8, decided: 10, medianDays: 1 })).toContain("dans la journée");
    expect(hostHabitsText({ answered: 1, decided: 6, medianDays: null })).toBe(
      "Cet employeur a répondu à 1 candidature sur 6.",
    );
  });
});
