import { describe, expect, it } from "vitest";
import { codeDestination } from "#app/domain/guardians/guardian-access.ts";
import { shouldInformGuardians } from "#app/domain/guardians/informing.ts";

const TODAY = "2027-03-01";
const bornYearsAgo = (years: number, day = "03-01") => `${2027 - years}-${day}`;

describe("when representatives are told", () => {
  it.each([
    ["the day before the pupil is sixteen", bornYearsAgo(16, "03-02"), false, true],
    ["the day the pupil is sixteen", bornYearsAgo(16), false, false],
    ["when the birth date is unknown", null, false, true],
    ["at sixteen in a school that asks for it", bornYearsAgo(16), true, true],
    ["the day before the pupil comes of age, in such a school", bornYearsAgo(18, "03-02"), true, true],
    ["the day the pupil comes of age, in such a school", bornYearsAgo(18), true, false],
  ])("of an application, %s", (_, birthDate, schoolInforms, told) => {
    expect(shouldInformGuardians("application", { birthDate, schoolInforms }, TODAY)).toBe(told);
  });

  it.each([
    ["young", bornYearsAgo(15), true],
    ["sixteen or more", bornYearsAgo(17), true],
    ["of unknown age", null, true],
    ["of age", bornYearsAgo(18), false],
  ])("of a confirmation, for a pupil %s", (_, birthDate, told) => {
    expect(shouldInformGuardians("confirmation", { birthDate, schoolInforms: false }, TODAY)).toBe(told);
  });
});

describe("where a code goes", () => {
  it.each([
    [
      "an address first",
      { email: "helene@example.org", phone: "06 39 98 10 01" },
      "email",
      "h•••@example.org",
    ],
    ["a telephone else", { email: null, phone: "06 39 98 10 01" }, "sms", "•• •• •• •• 01"],
  ])("takes %s, half hidden", (_, contact, by, hint) => {
    expect(codeDestination(contact)).toEqual({ by, hint });
  });

  it("is nowhere when the school knows neither", () => {
    expect(codeDestination({ email: null, phone: null })).toBeNull();
  });
});
