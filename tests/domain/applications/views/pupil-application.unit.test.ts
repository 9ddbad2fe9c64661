import { describe, expect, it } from "vitest";
import { APPLICATION_STATUSES, type ApplicationChange } from "#app/domain/applications/application.ts";
import { habitsOf } from "#app/domain/hosts/host-habits.ts";
import {
  boardOf,
  canBeRestored,
  hasRoomToRestore,
  periodsOpenTo,
  releasedBy,
  sendsElsewhere,
  wasRestored,
  type PupilApplication,
} from "#app/domain/applications/views/pupil-application.ts";
import { otherHostsOf } from "#app/domain/applications/letters/sent-letter.ts";
import { opinionClosesOn, opinionMoment } from "#app/domain/applications/opinions/opinion.ts";
import {
  favouriteState,
  mayAskForAlert,
  FAVOURITE_STATES,
} from "#app/domain/applications/favourites/favourite.ts";

const at = new Date("2027-03-01T09:00:00Z");
const day = (number: number) => new Date(at.getTime() + number * 86_400_000);

function application(id: string, values: Partial<PupilApplication> = {}): PupilApplication {
  return {
    id,
    offerId: `offer-${id}`,
    campaignId: "campaign",
    title: "Découvrir un cabinet",
    organisation: "Cabinet",
    town: "Rennes",
    status: "submitted",
    weeks: [1, 2],
    offerIsOpen: true,
    deadlineAt: null,
    updatedAt: at,
    agreement: null,
    ...values,
  };
}
const ids = (list: readonly PupilApplication[]) => list.map(({ id }) => id);

describe("a withdrawal", () => {
  const withdrawn: ApplicationChange = { from: "submitted", to: "withdrawn", by: "pupil", reason: null, at };
  const restored: ApplicationChange = { from: "withdrawn", to: "submitted", by: "pupil", reason: null, at };
  it.each([
    ["may be taken back by the pupil whose it was", "withdrawn", [withdrawn], true],
    ["may not be once something else is the case", "submitted", [withdrawn], false],
    ["may not be when a parent did it", "withdrawn", [{ ...withdrawn, by: "guardian" as const }], false],
    ["may not be a second time", "withdrawn", [withdrawn, restored, withdrawn], false],
    ["may not be without its trace", "withdrawn", [], false],
  ] as const)("%s", (_, status, changes, may) =>
    expect(canBeRestored({ status, changes: [...changes] })).toBe(may),
  );

  it("was taken back when the pupil, and nobody else, sent it again", () => {
    expect(wasRestored({ changes: [withdrawn, restored] })).toBe(true);
    expect(wasRestored({ changes: [withdrawn, { ...restored, by: "system" }] })).toBe(false);
    expect(wasRestored({ changes: [{ ...restored, from: "draft" }, withdrawn] })).toBe(false);
    expect(wasRestored({ changes: [{ ...restored, to: "seen" }] })).toBe(false);
  });

  it("leaves room when its offer is open and no week of it is taken elsewhere", () => {
    const confirmed = application("b", { status: "confirmed", weeks: [2] });
    const live = application("c", { status: "accepted", weeks: [1, 2] });
    const room = (weeks: (1 | 2)[], offerIsOpen = true) =>
      hasRoomToRestore({ weeks, offerIsOpen }, [confirmed, live]);
    expect(room([1])).toBe(true);
    expect(room([1], false)).toBe(false);
    expect(room([2])).toBe(false);
    expect(room([1, 2])).toBe(false);
  });
});

describe("a pupil's applications", () => {
  it("send elsewhere when they ended, and not by the pupil's choice", () => {
    expect(APPLICATION_STATUSES.filter(sendsElsewhere)).toEqual([
      "declined",
      "cancelled",
      "expired",
      "lapsed",
      "closed",
    ]);
  });

  it("stand by what there is to do, the most pressing first", () => {
    const list = [
      application("late", { status: "accepted", deadlineAt: day(5) }),
      application("soon", { status: "accepted", deadlineAt: day(1) }),
      application("seen", { status: "seen", deadlineAt: day(9) }),
      application("sent", { deadlineAt: day(3) }),
      application("second", { status: "confirmed", weeks: [2] }),
      application("first", { status: "confirmed", weeks: [1] }),
      application("draft", { status: "draft" }),
      application("over", { status: "released" }),
    ];
    const board = boardOf(list);
    expect(
      Object.fromEntries(
        Object.entries(board).map(([name, some]) => [name, ids(some as PupilApplication[])]),
      ),
    ).toEqual({
      toConfirm: ["soon", "late"],
      waiting: ["sent", "seen"],
      confirmed: ["first", "second"],
      drafts: ["draft"],
      ended: ["over"],
    });
  });

  it("are released by a confirmation when they are live and share a week with it", () => {
    const confirming = { id: "mine", weeks: [1] as (1 | 2)[] };
    const all = [
      application("mine", { status: "accepted", weeks: [1] }),
      application("both"),
      application("accepted", { status: "accepted", weeks: [1] }),
      application("other week", { weeks: [2] }),
      application("over", { status: "declined", weeks: [1] }),
    ];
    expect(ids(releasedBy(confirming, all))).toEqual(["both", "accepted"]);
  });

  it("may ask for the weeks that the offer takes and that no confirmed place holds", () => {
    expect(periodsOpenTo(["both", 1, 2], [])).toEqual(["deux-semaines", "semaine-1", "semaine-2"]);
    expect(periodsOpenTo(["both", 1, 2], [1])).toEqual(["semaine-2"]);
    expect(periodsOpenTo([2], [])).toEqual(["semaine-2"]);
    expect(periodsOpenTo(["both"], [2])).toEqual([]);
  });
});

describe("what is told around an application", () => {
  it("of a host's habits is nothing before five decisions, no delay before five answers", () => {
    expect(habitsOf({ answered: 4, decided: 4, medianDays: 2 })).toBeNull();
    expect(habitsOf({ answered: 4, decided: 5, medianDays: 2 })).toEqual({
      answered: 4,
      decided: 5,
      medianDays: null,
    });
    expect(habitsOf({ answered: 5, decided: 5, medianDays: 2 })).toEqual({
      answered: 5,
      decided: 5,
      medianDays: 2,
    });
  });

  it("of other letters is each other host's name, once", () => {
    const letter = (organisation: string) => ({ applicationId: "a", title: "t", organisation, sentAt: at });
    expect(otherHostsOf(["A", "B", "A", "C"].map(letter), "C")).toEqual(["A", "B"]);
    expect(otherHostsOf([letter("C")], "C")).toEqual([]);
  });

  it("an opinion is given from the last day on, for thirty days", () => {
    const moment = (today: string) => opinionMoment("2027-06-28", today);
    expect(opinionClosesOn("2027-06-28")).toBe("2027-07-28");
    expect(moment("2027-06-27")).toBe("too_early");
    expect(moment("2027-06-28")).toBe("open");
    expect(moment("2027-07-28")).toBe("open");
    expect(moment("2027-07-29")).toBe("too_late");
  });
});

describe("an offer that a pupil keeps", () => {
  const offer = {
    shown: true,
    open: true,
    acceptsBothWeeks: true,
    acceptsSingleWeek: false,
    free: { 1: 1, 2: 1 },
    wantsAlert: false,
  };
  it.each([
    ["available", {}],
    ["available_again", { wantsAlert: true }],
    ["gone", { shown: false, wantsAlert: true }],
    ["full_for_now", { open: false }],
    ["full", { open: false, free: { 1: 1, 2: 0 } }],
  ] as const)("is %s", (state, change) => expect(favouriteState({ ...offer, ...change })).toBe(state));

  it("may be watched when it is closed to all, and not when it is gone", () => {
    expect(FAVOURITE_STATES.filter(mayAskForAlert)).toEqual(["full_for_now", "full"]);
  });
});
