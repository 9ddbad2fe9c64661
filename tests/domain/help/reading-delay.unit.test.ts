import { expect, it } from "vitest";
import { secondAdultAt } from "#app/domain/help/reading-delay.ts";

const RENNES = { inseeCode: "35238", departmentCode: "035" };
const LA_REUNION = { inseeCode: "97411", departmentCode: "974" };

it.each([
  ["on a Monday, the same hour on Tuesday", "2027-03-01T09:00:00Z", RENNES, "2027-03-02T09:00:00Z"],
  ["on a Friday, the same hour on Monday", "2027-03-05T15:00:00Z", RENNES, "2027-03-08T15:00:00Z"],
  [
    "on a Saturday, when the school day after Monday begins",
    "2027-03-06T20:00:00Z",
    RENNES,
    "2027-03-09T07:00:00Z",
  ],
  ["on the eve of a holiday, after it", "2027-05-05T10:00:00Z", RENNES, "2027-05-07T10:00:00Z"],
  ["where Friday night has begun, on Monday", "2027-03-05T21:00:00Z", LA_REUNION, "2027-03-09T04:00:00Z"],
])("of what is written %s", (_, writtenAt, place, tellAt) => {
  expect(secondAdultAt(new Date(writtenAt), place)).toEqual(new Date(tellAt));
});
