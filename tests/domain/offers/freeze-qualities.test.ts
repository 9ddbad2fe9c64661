import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { freezeQualities } from "#app/domain/offers/freeze-qualities.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { applications, offers, offerSearch, outboxEvents, stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock("2027-03-01T09:00:00Z");
const make = () => factories(database.db, clock);
let campaignId = "";
let pupilId = "";

beforeAll(async () => {
  const world = await make().world();
  campaignId = world.campaign.id;
  pupilId = world.pupil.id;
});

async function offersOf(organisationId: string, ages: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const age of ages) {
    const publishedAt = new Date(clock.now().getTime() - age * 86_400_000);
    ids.push((await make().offer({ campaignId, organisationId, values: { publishedAt } })).id);
  }
  return ids;
}

async function frozen(organisationId: string): Promise<number[]> {
  await freezeQualities({ db: database.db, clock });
  const rows = await database.db
    .select({ quality: offerSearch.quality })
    .from(offerSearch)
    .innerJoin(offers, eq(offers.id, offerSearch.offerId))
    .where(eq(offers.organisationId, organisationId))
    .orderBy(asc(offers.createdAt), asc(offers.id));
  return rows.map(({ quality }) => quality);
}

describe("the quality of an offer", () => {
  it("of a newcomer is the one it had since it was published, and wears off in thirty days", async () => {
    const fresh = await make().organisation();
    await offersOf(fresh.id, [0]);
    expect(await frozen(fresh.id)).toEqual([750]);
    const old = await make().organisation();
    await offersOf(old.id, [15]);
    expect(await frozen(old.id)).toEqual([563]);
    const older = await make().organisation();
    await offersOf(older.id, [200]);
    expect(await frozen(older.id)).toEqual([375]);
  });

  it("falls with each other offer of the host in the département", async () => {
    const host = await make().organisation();
    await offersOf(host.id, [0, 0, 0, 0]);
    expect((await frozen(host.id)).toSorted((a, b) => b - a)).toEqual([750, 375, 250, 188]);
  });

  it("rises with the answers of the host and falls with its silence", async () => {
    const statuses = { answers: "declined", silence: "expired" } as const;
    const qualities: Record<string, number[]> = {};
    for (const [habit, status] of Object.entries(statuses)) {
      const host = await make().organisation();
      const [offerId = ""] = await offersOf(host.id, [0]);
      for (let count = 0; count < 4; count += 1) {
        await database.db.insert(applications).values({
          id: newId(),
          campaignId,
          offerId,
          pupilId,
          status,
          motivation: "J’aimerais découvrir ce métier de près.",
          createdAt: clock.now(),
          updatedAt: clock.now(),
          submittedAt: clock.now(),
        });
      }
      qualities[habit] = await frozen(host.id);
    }
    expect(qualities).toEqual({ answers: [875], silence: [625] });
  });

  it("comes with the days in which the host usually answers, once enough of its answers are known", async () => {
    const host = await make().organisation();
    const [offerId = ""] = await offersOf(host.id, [0]);
    const answered = async (days: number) => {
      const id = newId();
      const submittedAt = new Date(clock.now().getTime() - 20 * 86_400_000);
      const changedAt = new Date(submittedAt.getTime() + days * 86_400_000);
      await database.db.insert(applications).values({
        id,
        campaignId,
        offerId,
        pupilId,
        status: "declined",
        motivation: "J’aimerais découvrir ce métier de près.",
        createdAt: submittedAt,
        updatedAt: changedAt,
        submittedAt,
      });
      const eventId = newId();
      await database.db.insert(outboxEvents).values({
        id: eventId,
        type: "application.declined",
        urgency: "deferrable",
        payload: {},
        occurredAt: changedAt,
      });
      await database.db.insert(stateChanges).values({
        id: newId(),
        applicationId: id,
        fromStatus: "seen",
        toStatus: "declined",
        actorRole: "host",
        eventId,
        changedAt,
      });
    };
    const days = async () => {
      await freezeQualities({ db: database.db, clock });
      const [row] = await database.db.select().from(offerSearch).where(eq(offerSearch.offerId, offerId));
      return row?.replyDays;
    };
    for (const delay of [1, 2, 2, 9]) await answered(delay);
    expect(await days()).toBeNull();
    await answered(3);
    expect(await days()).toBe(2);
    expect(await days()).toBe(2);
  });
});
