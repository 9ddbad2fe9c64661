import { expect, it } from "vitest";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { endOfSession, endsOfNewSession } from "#app/domain/accounts/session-limits.ts";

const now = new Date("2027-03-01T09:00:00Z");
const tonight = new Date("2027-03-01T21:00:00Z");
const minutesFromNow = (end: Date) => (end.getTime() - now.getTime()) / 60_000;

it("closes unused sessions of pupils and schools within thirty to sixty minutes", () => {
  for (const role of ["pupil", "teacher", "schoolOffice", "schoolHead"] as const) {
    const minutes = minutesFromNow(endOfSession(now, [role], tonight));
    expect(minutes).toBeGreaterThanOrEqual(30);
    expect(minutes).toBeLessThanOrEqual(60);
  }
});

it("goes by the strictest role of the person, and is as strict with someone without any", () => {
  const strictest = Math.min(...ROLES.map((role) => minutesFromNow(endOfSession(now, [role], tonight))));
  expect(minutesFromNow(endOfSession(now, ["employer", "teacher"], tonight))).toBe(
    minutesFromNow(endOfSession(now, ["teacher"], tonight)),
  );
  expect(minutesFromNow(endOfSession(now, [], tonight))).toBe(strictest);
  expect(minutesFromNow(endsOfNewSession(now, true).idleEndsAt)).toBe(strictest);
});

it("never moves an end beyond the session's own", () => {
  const soon = new Date(now.getTime() + 5 * 60_000);
  for (const role of ROLES) expect(endOfSession(now, [role], soon)).toEqual(soon);
});

it("gives ten minutes to a session that waits for its second factor", () => {
  const { expiresAt, idleEndsAt } = endsOfNewSession(now, false);
  expect([minutesFromNow(expiresAt), minutesFromNow(idleEndsAt)]).toEqual([10, 10]);
});
