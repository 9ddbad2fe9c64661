import { and, count, eq, inArray, lt, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_PASSWORD,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { AGREEMENT_STATUSES } from "#app/domain/agreements/agreement.ts";
import { APPLICATION_STATUSES, LIVE_STATUSES } from "#app/domain/applications/application.ts";
import {
  agreements,
  applications,
  applicationWeeks,
  offers,
  offerSearch,
  persons,
} from "#db/schema/index.ts";
import { demonstrationCampaignYear, seedDemonstration } from "#db/seed/demonstration.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock("2026-11-22T10:00:00Z");

beforeAll(() => seedDemonstration(database.db, clock), 60_000);

async function personId(email: string): Promise<string> {
  const [person] = await database.db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
  return person?.id ?? "";
}

describe("the demonstration at its start", () => {
  it("opens every account listed with the shared password", async () => {
    for (const { email, secondFactor } of DEMONSTRATION_ACCOUNTS) {
      const outcome = await signIn({ db: database.db, clock }, { email, password: DEMONSTRATION_PASSWORD });
      expect(outcome, email).toMatchObject({
        ok: true,
        value: { secondFactorNeeded: secondFactor ?? false },
      });
    }
  });

  it("shows applications and agreements in every state", async () => {
    const states = await database.db.selectDistinct({ status: applications.status }).from(applications);
    expect(states.map(({ status }) => status).sort()).toEqual([...APPLICATION_STATUSES].sort());
    const agreementStates = await database.db.selectDistinct({ status: agreements.status }).from(agreements);
    expect(agreementStates.map(({ status }) => status).sort()).toEqual([...AGREEMENT_STATUSES].sort());
  });

  it("waits for nobody whose deadline has passed, or passes within two days", async () => {
    const soon = new Date(clock.now().getTime() + 2 * 86_400_000);
    const due = await database.db
      .select({ id: applications.id })
      .from(applications)
      .where(lt(applications.deadlineAt, soon));
    expect(due).toEqual([]);
  });

  it("leaves Inès and Karim without application nor place", async () => {
    const ids = [await personId("ines.martin@example.org"), await personId("karim.benali@example.org")];
    const live = await database.db
      .select({ id: applications.id })
      .from(applications)
      .where(
        and(
          inArray(applications.pupilId, ids),
          inArray(applications.status, [...LIVE_STATUSES, "confirmed"]),
        ),
      );
    expect(live).toEqual([]);
  });

  it("offers at least three open places of Claire's organisation, one of them in Rennes", async () => {
    const claire = await personId("claire.petit@example.org");
    const rows = await database.db.execute<{ town: string }>(sql`
      select t.town from ${offerSearch} s join ${offers} o on o.id = s.offer_id join host_sites t on t.id = o.site_id
      join affiliations a on a.organisation_id = o.organisation_id
      where a.person_id = ${claire} and s.free_week_1 > 0 and s.free_week_2 > 0 and s.accepts_both_weeks and s.reserved_to is null`);
    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows.map(({ town }) => town)).toContain("Rennes");
  });

  it.each([
    ["Rennes", 48.1147, -1.6794],
    ["Marseille", 43.2967, 5.3764],
    ["Saint-Denis (93)", 48.9356, 2.3539],
    ["Paris", 48.8566, 2.3522],
    ["Lyon", 45.758, 4.8351],
    ["Bordeaux", 44.8404, -0.5805],
    ["Le Tampon", -21.2766, 55.5178],
  ])("has at least twenty offers within thirty kilometres of %s", async (_town, latitude, longitude) => {
    const [row] = await database.db.execute<{ near: number }>(sql`
      select count(*)::int as near from offer_search
      where great_circle_km(${latitude}::float8, ${longitude}::float8, latitude, longitude) <= 30 and reserved_to is null`);
    expect(row?.near).toBeGreaterThanOrEqual(20);
  });

  it("keeps seats equal to what applications hold", async () => {
    const wrong = await database.db.execute(sql`
      select s.offer_id, s.week from offer_seats s
      left join ${applicationWeeks} w on w.offer_id = s.offer_id and w.week = s.week
      group by s.offer_id, s.week, s.reserved, s.taken
      having s.reserved <> count(*) filter (where w.state = 'reserved') or s.taken <> count(*) filter (where w.state = 'taken')`);
    expect(wrong).toHaveLength(0);
  });

  it("sends nothing about its past", async () => {
    const jobs = await database.db.execute(
      sql`select task_identifier from graphile_worker.jobs where task_identifier = 'dispatch_event'`,
    );
    expect(jobs).toHaveLength(0);
    const [people] = await database.db.select({ total: count() }).from(persons);
    expect(people?.total).toBeGreaterThan(150);
  });
});

describe("the campaign of the demonstration", () => {
  it.each([
    ["2026-11-22", 2027],
    ["2027-05-18", 2027],
    ["2027-05-19", 2028],
    ["2027-12-31", 2028],
  ])("starts, seen from %s, on 17 June %i", (today, year) => {
    expect(demonstrationCampaignYear(today)).toBe(year);
  });
});
