import { describe, expect, it } from "vitest";
import { takeBackLimit, takeBackSince, takeBackUntil } from "#app/domain/history/take-back.ts";

const AT = new Date("2027-03-01T09:00:00Z");
const LIMIT = new Date("2027-03-01T09:10:00Z");
const act = { to: "declined", by: "host" };
const declined = { from: "seen", to: "declined", by: "host", at: AT };
const until = (changes: Parameters<typeof takeBackUntil>[0], now = LIMIT) => takeBackUntil(changes, act, now);

describe("an act pressed by mistake", () => {
  it("can be taken back for ten minutes, to the last of them", () => {
    expect(takeBackLimit(AT)).toEqual(LIMIT);
    expect(takeBackSince(LIMIT)).toEqual(AT);
    expect(until([declined])).toEqual(LIMIT);
    expect(until([declined], new Date(LIMIT.getTime() + 1))).toBeNull();
  });

  it.each([
    ["nothing happened", []],
    ["something followed", [declined, { from: "declined", to: "withdrawn", by: "pupil", at: AT }]],
    ["it was another act", [{ ...declined, to: "accepted" }]],
    ["someone else did it", [{ ...declined, by: "system" }]],
    ["it was taken back before", [declined, { from: "declined", to: "seen", by: "host", at: AT }, declined]],
  ])("cannot be when %s", (_, changes) => expect(until(changes)).toBeNull());

  it("still can be when others changed it before", () => {
    const before = { from: null, to: "submitted", by: "pupil", at: AT };
    const reopened = { from: "declined", to: "submitted", by: "system", at: AT };
    expect(until([before, reopened, declined])).toEqual(LIMIT);
  });
});
