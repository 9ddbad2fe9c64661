import { describe, expect, it } from "vitest";
import { pauseDelay, retryDelay } from "#app/domain/notifications/delivery/retry-delays.ts";
import { planMessage, type ToPlan } from "#app/domain/notifications/schedule/message-plan.ts";
import { planRelease, zoneOf, type Waiting } from "#app/domain/notifications/schedule/release-plan.ts";

/** Winter in Paris: an hour ahead of UTC; quiet from 21:00 to 7:00. */
const NOON = new Date("2027-03-02T11:00:00Z");
const NIGHT = new Date("2027-03-02T22:30:00Z");
const MORNING_AFTER = new Date("2027-03-03T06:00:00Z");

describe("when a message leaves, as it is written", () => {
  const message: ToPlan = {
    urgency: "deferrable",
    channel: "email",
    timeZone: "Europe/Paris",
    refused: false,
    overDailyLimit: false,
    onDay: null,
  };
  it.each([
    ["at once when it is urgent", { urgency: "immediate" }, NIGHT, "pending", NIGHT],
    [
      "at the next digest when too many left today",
      { urgency: "immediate", overDailyLimit: true },
      NOON,
      "waiting",
      null,
    ],
    [
      "not at all when its reader wants none",
      { urgency: "immediate", refused: true },
      NOON,
      "declined",
      NOON,
    ],
    [
      "nowhere but in the notification centre without an address",
      { channel: "none", refused: true },
      NIGHT,
      "shown",
      NIGHT,
    ],
    ["by day as soon as others are put together", {}, NOON, "waiting", NOON],
    ["after the quiet hours", {}, NIGHT, "waiting", MORNING_AFTER],
    ["on the morning of its day", { onDay: "2027-03-05" }, NOON, "waiting", new Date("2027-03-05T06:00:00Z")],
    ["as soon as it can when its morning is over", { onDay: "2027-03-02" }, NOON, "waiting", NOON],
    [
      "where its reader lives",
      { timeZone: "Indian/Reunion" },
      NIGHT,
      "waiting",
      new Date("2027-03-03T03:00:00Z"),
    ],
  ] as const)("%s", (_, change, now, status, notBefore) => {
    const plan = planMessage({ ...message, ...change }, now);
    expect(plan.status).toBe(status);
    if (notBefore) expect(plan.notBefore).toEqual(notBefore);
    else expect(plan.notBefore.getTime()).toBeGreaterThan(now.getTime());
  });
});

describe("what leaves of what waits", () => {
  const waiting = (id: string, change: Partial<Waiting> = {}): Waiting => ({
    id,
    channel: "email",
    notBefore: new Date("2027-03-02T08:00:00Z"),
    timeZone: "Europe/Paris",
    ...change,
  });
  const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
  const plan = (messages: Waiting[], now = NOON, taken: string[] = []) =>
    planRelease(messages, { now, dayTaken: (day) => taken.includes(day) });

  it("is one message as it is, on its day", () => {
    expect(plan([waiting("a")])).toMatchObject({ kind: "send", message: { id: "a" }, day: "2027-03-02" });
  });

  it("is a digest of several, with what comes due before the evening", () => {
    const messages = [
      waiting("a", { notBefore: NOON }),
      waiting("b", { notBefore: later(7) }),
      waiting("c", { notBefore: later(9) }),
    ];
    expect(plan(messages)).toMatchObject({ kind: "group", together: [{ id: "a" }, { id: "b" }] });
  });

  it("is never a digest of text messages, nor one that takes them in", () => {
    expect(plan([waiting("a", { channel: "sms" }), waiting("b")])).toMatchObject({
      kind: "send",
      message: { id: "a" },
    });
    expect(plan([waiting("a"), waiting("b", { channel: "sms" })])).toMatchObject({
      kind: "send",
      message: { id: "a" },
    });
  });

  it("is nothing by night, on a day that had its message, or before anything is due", () => {
    expect(plan([waiting("a")], NIGHT)).toMatchObject({
      kind: "put_off",
      until: MORNING_AFTER,
      due: [{ id: "a" }],
    });
    expect(plan([waiting("a")], NOON, ["2027-03-02"])).toMatchObject({
      kind: "put_off",
      until: MORNING_AFTER,
    });
    expect(plan([waiting("a", { notBefore: later(1) })])).toMatchObject({ kind: "put_off", due: [] });
    expect(plan([])).toMatchObject({ kind: "put_off", due: [] });
  });

  it("goes by the hour of the latest message: people move", () => {
    const moved = [waiting("a"), waiting("b", { timeZone: "Pacific/Noumea" })];
    expect(zoneOf(moved)).toBe("Pacific/Noumea");
    expect(zoneOf([])).toBe("Europe/Paris");
    expect(plan(moved).kind).toBe("put_off");
  });
});

describe("a provider in trouble", () => {
  const [least, most] = [() => 0, () => 1];
  it("is tried again after as long as it has been waited for, a quarter more or less", () => {
    expect(retryDelay(60_000, () => 0.5)).toBe(60_000);
    expect([retryDelay(60_000, least), retryDelay(60_000, most)]).toEqual([45_000, 75_000]);
  });

  it("is waited for five seconds at least, a message an hour at most, its channel two minutes", () => {
    for (const delay of [retryDelay, pauseDelay]) expect(delay(0, () => 0.5)).toBe(5_000);
    expect(retryDelay(90_000_000, () => 0.5)).toBe(3_600_000);
    expect(pauseDelay(90_000_000, () => 0.5)).toBe(120_000);
  });
});
