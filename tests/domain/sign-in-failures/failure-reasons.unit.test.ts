import { expect, it } from "vitest";
import {
  DOORS,
  FAILURE_REASONS,
  isDoor,
  REASONS_OF,
  SCHOOL_REPAIRS,
} from "#app/domain/sign-in-failures/failure-reasons.ts";
import { DOOR_OPTIONS, reasonText, repairText } from "#app/ui/messages/administration/sign-in-failures.ts";

const used = new Set(DOORS.flatMap((door) => Object.values<string | null>(REASONS_OF[door])));

it("counts every failure of every way in, but those that the person mends on the same page", () => {
  const uncounted = DOORS.flatMap((door) =>
    Object.entries(REASONS_OF[door]).flatMap(([code, reason]) =>
      reason === null ? [`${door} ${code}`] : [],
    ),
  );
  expect(uncounted.filter((one) => !/ (weak_password|no_school_chosen|already_enrolled)$/.test(one))).toEqual(
    [],
  );
});

it("has no reason that no failure leads to", () => {
  expect(FAILURE_REASONS.filter((reason) => !used.has(reason))).toEqual([]);
});

it("says each reason in plain French with what to do, and where for a school", () => {
  expect(DOOR_OPTIONS.filter(({ value }) => isDoor(value))).toHaveLength(DOORS.length);
  for (const reason of FAILURE_REASONS)
    for (const sentence of Object.values(reasonText(reason))) expect(sentence, reason).not.toMatch(/_|'/);
  for (const reason of SCHOOL_REPAIRS) expect(repairText(reason).to).toMatch(/^\/etablissement\//);
});
