import { expect, it } from "vitest";
import { planReminder } from "#app/domain/follow-up/reminders/reminder.ts";

const now = new Date("2027-03-10T09:00:00Z");
const line = {
  id: "1",
  firstName: "Inès",
  lastName: "Martin",
  className: "2de B",
  standing: "nothing" as const,
  sent: 0,
  reasons: [],
};

it("says to each what fits: a first letter, several refusals, or going on", () => {
  expect(planReminder(line, null, now).kind).toBe("first_letter");
  expect(planReminder({ ...line, sent: 4, reasons: ["refused"] }, null, now).kind).toBe("after_refusals");
  expect(planReminder({ ...line, sent: 4, reasons: ["silent"] }, null, now).kind).toBe("go_on");
});

it("says nothing to whoever has nothing to find, or a place to confirm", () => {
  for (const standing of ["to_confirm", "agreement", "signed", "at_school", "exempt"] as const)
    expect(planReminder({ ...line, standing }, null, now)).toMatchObject({
      kind: null,
      skipped: { reason: "not_searching" },
    });
});
