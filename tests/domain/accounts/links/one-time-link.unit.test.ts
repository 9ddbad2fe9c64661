import { expect, it } from "vitest";
import { endOfLink } from "#app/domain/accounts/links/one-time-link.ts";

const now = new Date("2027-03-02T08:13:00Z");

it("gives a link of some days its last day whole, in mainland time", () => {
  expect(endOfLink("school_invitation", now)).toEqual(new Date("2027-03-09T23:00:00Z"));
  expect(endOfLink("host_sign_up", now)).toEqual(new Date("2027-03-03T23:00:00Z"));
});

it("keeps the minutes of a link that someone waits for, and the instant of a change of address", () => {
  expect(endOfLink("sign_in", now)).toEqual(new Date("2027-03-02T08:28:00Z"));
  expect(endOfLink("email_change_new", now)).toEqual(new Date("2027-03-10T08:13:00Z"));
});
