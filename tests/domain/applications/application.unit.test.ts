import { describe, expect, it } from "vitest";
import {
  APPLICATION_ACTIONS,
  APPLICATION_PARTIES,
  APPLICATION_STATUSES,
  awaitsHost,
  isLive,
  nextStatus,
} from "#app/domain/applications/application.ts";

/** Everything that may happen, told again line by line: status × action × role, and where it leads. */
const ALLOWED = [
  "draft submit pupil submitted",
  "submitted see host seen",
  "submitted accept host accepted",
  "seen accept host accepted",
  "submitted decline host declined",
  "seen decline host declined",
  "declined take_back_decline host seen",
  "accepted confirm pupil confirmed",
  "submitted withdraw pupil withdrawn",
  "seen withdraw pupil withdrawn",
  "accepted withdraw pupil withdrawn",
  "withdrawn restore pupil submitted",
  "submitted object guardian withdrawn",
  "seen object guardian withdrawn",
  "accepted object guardian withdrawn",
  "withdrawn take_back_objection guardian submitted",
  "withdrawn take_back_to_accepted guardian accepted",
  "accepted cancel host cancelled",
  "confirmed cancel host cancelled",
  "submitted transfer host transferred",
  "seen transfer host transferred",
  "submitted expire system expired",
  "seen expire system expired",
  "accepted lapse system lapsed",
  "submitted release system released",
  "seen release system released",
  "accepted release system released",
  "submitted close system closed",
  "seen close system closed",
  "accepted close system closed",
];

const EVERY_CASE = APPLICATION_STATUSES.flatMap((status) =>
  APPLICATION_ACTIONS.flatMap((action) => APPLICATION_PARTIES.map((party) => ({ status, action, party }))),
);

describe("the life cycle of an application", () => {
  it("allows what is told here and nothing else, for every status, action and role", () => {
    const allowed = EVERY_CASE.flatMap(({ status, action, party }) => {
      const to = nextStatus(status, action, party);
      return to ? [`${status} ${action} ${party} ${to}`] : [];
    });
    expect(allowed.sort()).toEqual([...ALLOWED].sort());
    expect(EVERY_CASE).toHaveLength(13 * 17 * 4);
  });

  it("reaches every status from a draft", () => {
    const reached = new Set<string>(["draft"]);
    for (let round = 0; round < APPLICATION_STATUSES.length; round += 1)
      for (const { status, action, party } of EVERY_CASE) {
        const to = reached.has(status) ? nextStatus(status, action, party) : null;
        if (to) reached.add(to);
      }
    expect([...reached].sort()).toEqual([...APPLICATION_STATUSES].sort());
  });

  it("leaves an ended application only by those who take their own word back", () => {
    const ended = APPLICATION_STATUSES.filter(
      (status) => status !== "draft" && status !== "confirmed" && !isLive(status),
    );
    expect(ended).toEqual([
      "declined",
      "withdrawn",
      "cancelled",
      "expired",
      "lapsed",
      "released",
      "transferred",
      "closed",
    ]);
    const left = EVERY_CASE.filter(({ status }) => ended.includes(status)).filter(
      ({ status, action, party }) => nextStatus(status, action, party),
    );
    expect(left).toEqual([
      { status: "declined", action: "take_back_decline", party: "host" },
      { status: "withdrawn", action: "restore", party: "pupil" },
      { status: "withdrawn", action: "take_back_objection", party: "guardian" },
      { status: "withdrawn", action: "take_back_to_accepted", party: "guardian" },
    ]);
  });

  it("counts as waiting for the host what has no answer yet", () => {
    expect(APPLICATION_STATUSES.filter(awaitsHost)).toEqual(["submitted", "seen"]);
  });
});
