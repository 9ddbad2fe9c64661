import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { applyRetention } from "#app/domain/personal-data/apply-retention.server.ts";
import { ERASED_LETTER, ERASED_NAME } from "#app/domain/personal-data/erased-person.ts";
import { requestErasure } from "#app/domain/personal-data/request-erasure.server.ts";
import { applications, offerSeats, outboxEvents, persons } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const motivation = "J’aimerais beaucoup découvrir votre métier et votre équipe.";

async function story() {
  const { db } = database;
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world();
  const find = async (personId: string) =>
    (await db.select().from(persons).where(eq(persons.id, personId)))[0];
  const told = async (personId: string) => {
    const rows = await db
      .select({ type: outboxEvents.type })
      .from(outboxEvents)
      .where(sql`${outboxEvents.payload} ->> 'personId' = ${personId}`);
    return rows.map(({ type }) => type);
  };
  const night = async () => {
    for (let more = true; more;) ({ more } = await applyRetention({ db, clock }, { limit: 100 }));
  };
  const apply = async () => {
    const sent = await submitApplication(await make.as(world.pupil.id), {
      offerId: world.offer.id,
      motivation,
      choice: "both",
    });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    return sent.value.applicationId;
  };
  const place = async () => {
    const applicationId = await apply();
    await acceptApplication(await make.as(world.employer.id), { applicationId });
    await confirmPlacement(await make.as(world.pupil.id), { applicationId });
  };
  return { db, clock, make, world, find, told, night, apply, place };
}

describe("asking for one's account to be erased", () => {
  it("closes every session, tells the owner, and waits a week", async () => {
    const { db, clock, make, world, find, told, night } = await story();
    const token = await insertSession(db, world.pupil.id, clock.now(), true);
    expect(await requestErasure(await make.as(world.pupil.id))).toMatchObject({ ok: true });
    expect(await getSession({ db, clock }, token)).toBeNull();
    expect(await told(world.pupil.id)).toEqual(["retention.erasure_requested"]);
    clock.advanceDays(6.9);
    await night();
    expect(await find(world.pupil.id)).toMatchObject({ email: world.pupil.email, erasedAt: null });
    clock.advanceDays(0.2);
    await night();
    expect(await find(world.pupil.id)).toMatchObject({ ...ERASED_NAME, email: null, birthDate: null });
  });

  it("is taken back by signing in, and by nothing less", async () => {
    const { db, clock, make, world, find, told, night } = await story();
    await requestErasure(await make.as(world.employer.id));
    await insertSession(db, world.employer.id, clock.now(), false);
    expect((await find(world.employer.id))?.erasureRequestedAt).not.toBeNull();
    await insertSession(db, world.employer.id, clock.now(), true);
    expect(await told(world.employer.id)).toEqual(["retention.erasure_requested", "account.kept"]);
    clock.advanceDays(8);
    await night();
    expect(await find(world.employer.id)).toMatchObject({ email: world.employer.email, erasedAt: null });
  });

  it("takes a pupil's applications back first, and erases once hosts have been told", async () => {
    const { db, clock, make, world, find, night, apply } = await story();
    const applicationId = await apply();
    await acceptApplication(await make.as(world.employer.id), { applicationId });
    await requestErasure(await make.as(world.pupil.id));
    const application = async () =>
      (await db.select().from(applications).where(eq(applications.id, applicationId)))[0];
    // The pupil's silence would end the acceptance on the fifth day: here the sweep has not run.
    clock.advanceDays(7);
    await night();
    expect(await application()).toMatchObject({ status: "withdrawn", motivation });
    expect(await find(world.pupil.id)).toMatchObject({ email: world.pupil.email });
    const seats = await db.select().from(offerSeats).where(eq(offerSeats.offerId, world.offer.id));
    expect(seats.every(({ reserved, taken }) => reserved + taken === 0)).toBe(true);
    clock.advanceDays(1.1);
    await night();
    expect(await application()).toMatchObject({ status: "withdrawn", motivation: ERASED_LETTER });
    expect(await find(world.pupil.id)).toMatchObject(ERASED_NAME);
  });

  it("is refused to a pupil who has a place, and to a host who alone expects one, until the campaign is over", async () => {
    const { clock, make, world, place, told } = await story();
    await place();
    const outcome = async (personId: string) => {
      const asked = await requestErasure(await make.as(personId));
      return asked.ok ? "asked" : asked.error.code;
    };
    expect([await outcome(world.pupil.id), await outcome(world.employer.id)]).toEqual([
      "placed",
      "pupils_expected",
    ]);
    expect(await told(world.pupil.id)).toEqual([]);
    await make.employer(world.organisation.id);
    expect(await outcome(world.employer.id)).toBe("asked");
    clock.set("2027-06-29T09:00:00Z");
    expect(await outcome(world.pupil.id)).toBe("asked");
  });

  it("is refused to the last administrator", async () => {
    const { db, clock, make } = await story();
    const [one, other] = [await make.person(), await make.person()];
    await make.affiliate(one.id, "admin");
    await make.affiliate(other.id, "admin");
    expect(await requestErasure(await make.as(one.id))).toMatchObject({ ok: true });
    clock.advanceDays(8);
    await applyRetention({ db, clock }, { limit: 100 });
    expect(await requestErasure(await make.as(other.id))).toMatchObject({
      error: { code: "last_administrator" },
    });
  });
});
