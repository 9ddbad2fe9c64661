import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { insertSession } from "#app/domain/accounts/accounts.store.server.ts";
import { openSession, openVerifiedSession } from "#app/domain/accounts/open-session.server.ts";
import { renewSession } from "#app/domain/accounts/renew-session.server.ts";
import { deviceName } from "#app/domain/accounts/sessions/device-name.ts";
import { endOwnSessions } from "#app/domain/accounts/sessions/end-own-sessions.server.ts";
import { listOwnSessions } from "#app/domain/accounts/sessions/own-sessions.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

async function someoneWithThreeDevices() {
  const { db } = database;
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world();
  const ctx = await make.as(world.pupil.id);
  const open = async (device: string) => {
    clock.advanceDays(1 / 1440);
    const token = await insertSession(db, world.pupil.id, clock.now(), true);
    const session = await getSession({ db, clock }, token);
    if (!session) throw new Error("The session is not open");
    clock.advanceDays(1 / 1440);
    await renewSession({ db, clock }, session, device);
    return session;
  };
  const [here, phone, library] = [
    await open("Chrome sur Windows"),
    await open("Safari sur iPhone"),
    await open("Firefox sur Linux"),
  ];
  const isOpen = async ({ token }: { token: string }) => (await getSession({ db, clock }, token)) !== null;
  return { db, clock, make, world, ctx, here, phone, library, isOpen };
}

describe("the devices where an account is open", () => {
  it("are told by their names, the latest used first, with this one marked", async () => {
    const { clock, ctx, here, db, world } = await someoneWithThreeDevices();
    await insertSession(db, world.pupil.id, clock.now(), false);
    const listed = await listOwnSessions(ctx, here.id);
    expect(listed.map(({ device, isThis }) => [device, isThis])).toEqual([
      ["Firefox sur Linux", false],
      ["Safari sur iPhone", false],
      ["Chrome sur Windows", true],
    ]);
    expect(listed[0]).toMatchObject({
      lastSeenAt: clock.now(),
      openedAt: new Date(clock.now().getTime() - 60_000),
    });
  });

  it("are closed one by one, or all but this one", async () => {
    const { ctx, here, phone, library, isOpen } = await someoneWithThreeDevices();
    expect(await endOwnSessions(ctx, { only: phone.id })).toMatchObject({ ok: true });
    expect([await isOpen(here), await isOpen(phone), await isOpen(library)]).toEqual([true, false, true]);
    expect(await endOwnSessions(ctx, { only: phone.id })).toMatchObject({ error: { code: "not_found" } });
    expect(await endOwnSessions(ctx, { allBut: here.id })).toMatchObject({ ok: true });
    expect([await isOpen(here), await isOpen(library)]).toEqual([true, false]);
  });

  it("are those of their owner alone", async () => {
    const { make, world, here, isOpen } = await someoneWithThreeDevices();
    const other = await make.as(world.teacher.id);
    expect(await endOwnSessions(other, { only: here.id })).toMatchObject({ error: { code: "not_found" } });
    await endOwnSessions(other, { allBut: here.id });
    expect(await isOpen(here)).toBe(true);
    expect(await listOwnSessions(other, here.id)).toEqual([]);
  });

  it("have a new secret, and another name, once the second factor is given", async () => {
    const { db, clock, world } = await someoneWithThreeDevices();
    const half = await openSession(db, world.teacher.id, clock.now());
    const whole = await openVerifiedSession(db, half.token, world.teacher.id, clock.now());
    const before = await getSession({ db, clock }, half.token);
    const after = await getSession({ db, clock }, whole?.token ?? "");
    expect([before, after?.actor?.personId]).toEqual([null, world.teacher.id]);
  });

  it.each([
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
      "Firefox sur Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
      "Edge sur Windows",
    ],
    [
      "Mozilla/5.0 (Linux; Android 14; SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0 Mobile Safari/537.36",
      "Samsung Internet sur Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      "Safari sur iPhone",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36",
      "Chrome sur Mac",
    ],
    ["curl/8.5.0", "Navigateur inconnu"],
    [null, "Navigateur inconnu"],
  ])("are named without a version or a model: %s", (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
