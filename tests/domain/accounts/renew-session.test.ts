import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { insertSession, sessionHash } from "#app/domain/accounts/accounts.store.server.ts";
import { renewSession } from "#app/domain/accounts/renew-session.server.ts";
import { sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type FakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
beforeAll(async () => {
  world = await factories(database.db, fakeClock()).world();
});

const MINUTE = 1 / 1440;

async function open(personId: string, { verified = true } = {}) {
  const clock: FakeClock = fakeClock();
  const ctx = { db: database.db, clock };
  const token = await insertSession(database.db, personId, clock.now(), verified);
  const use = async () => {
    const session = await getSession(ctx, token);
    return session && renewSession(ctx, session);
  };
  const stored = async () => {
    const rows = await database.db
      .select({ idleEndsAt: sessions.idleEndsAt })
      .from(sessions)
      .where(eq(sessions.tokenHash, sessionHash(token)));
    return rows[0]?.idleEndsAt ?? null;
  };
  return { clock, token, use, stored };
}

describe("a session", () => {
  it("stays open while it is used, and ends once it has been idle as long as its role allows", async () => {
    for (const [personId, minutes] of [
      [world.pupil.id, 30],
      [world.teacher.id, 60],
    ] as const) {
      const { clock, use } = await open(personId);
      await use();
      for (let turn = 0; turn < 4; turn += 1) {
        clock.advanceDays((minutes - 1) * MINUTE);
        expect((await use())?.actor?.personId).toBe(personId);
      }
      clock.advanceDays(minutes * MINUTE);
      expect(await use()).toBeNull();
    }
  });

  it("tells when it will end, and writes it once a minute at most", async () => {
    const { clock, use, stored } = await open(world.teacher.id);
    expect((await use())?.endsAt).toEqual(new Date("2027-03-01T10:00:00Z"));
    clock.advanceDays(0.5 * MINUTE);
    expect((await use())?.endsAt).toEqual(new Date("2027-03-01T10:00:00Z"));
    clock.advanceDays(0.5 * MINUTE);
    expect((await use())?.endsAt).toEqual(new Date("2027-03-01T10:01:00Z"));
    expect(await stored()).toEqual(new Date("2027-03-01T10:01:00Z"));
  });

  it("is not kept open by whoever has given the password alone", async () => {
    const { clock, use } = await open(world.head.id, { verified: false });
    for (let minute = 0; minute < 9; minute += 1) {
      clock.advanceDays(MINUTE);
      expect(await use()).toMatchObject({ actor: null });
    }
    clock.advanceDays(MINUTE);
    expect(await use()).toBeNull();
  });

  it("opened before idle ends were kept has one from its next use on", async () => {
    const { clock, token, use } = await open(world.pupil.id);
    await database.db
      .update(sessions)
      .set({ idleEndsAt: null })
      .where(eq(sessions.tokenHash, sessionHash(token)));
    expect(await use()).not.toBeNull();
    clock.advanceDays(30 * MINUTE);
    expect(await use()).toBeNull();
  });
});
