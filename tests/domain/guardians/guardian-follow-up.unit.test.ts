import { describe, expect, it } from "vitest";
import { APPLICATION_STATUSES, type ApplicationStatus } from "#app/domain/applications/application.ts";
import {
  canObject,
  followUpBoard,
  type FollowedApplication,
} from "#app/domain/guardians/guardian-follow-up.ts";

const followed = (id: string, status: ApplicationStatus, deadline?: string): FollowedApplication => ({
  id,
  title: "Découvrir un cabinet",
  organisation: "Cabinet",
  town: "Rennes",
  status,
  weeks: [1, 2],
  deadlineAt: deadline ? new Date(deadline) : null,
  updatedAt: new Date("2027-03-01T09:00:00Z"),
  hoursGrid: null,
  lunch: null,
  accessNote: null,
  meetingPoint: null,
  agreement: null,
  objected: false,
});

describe("what a representative follows", () => {
  it("can be objected to while it waits for someone's word", () => {
    const open = APPLICATION_STATUSES.filter((status) => canObject({ status }));
    expect(open).toEqual(["submitted", "seen", "accepted"]);
  });

  it("shows the places, what waits by the day on which it is too late, then what is over", () => {
    const board = followUpBoard([
      followed("sent late", "submitted", "2027-03-09"),
      followed("over", "declined"),
      followed("read soon", "seen", "2027-03-04"),
      followed("accepted late", "accepted", "2027-03-12"),
      followed("place", "confirmed"),
      followed("accepted soon", "accepted", "2027-03-11"),
    ]);
    const ids = (list: FollowedApplication[]) => list.map(({ id }) => id);
    expect(ids(board.confirmed)).toEqual(["place"]);
    expect(ids(board.waiting)).toEqual(["accepted soon", "accepted late", "read soon", "sent late"]);
    expect(ids(board.over)).toEqual(["over"]);
  });
});
