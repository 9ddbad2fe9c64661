import { describe, expect, it } from "vitest";
import {
  APPLICATION_ACTIONS,
  APPLICATION_STATUSES,
  APPLICATION_TRANSITIONS,
  isLive,
  nextStatus,
  type ApplicationParty,
} from "#app/domain/applications/application.ts";

const PARTIES: ApplicationParty[] = ["pupil", "host", "system"];

describe("the life cycle of an application", () => {
  it.each(APPLICATION_ACTIONS)("lets %s happen from its own states and by its own party only", (action) => {
    const { by, from, to } = APPLICATION_TRANSITIONS[action];
    for (const status of APPLICATION_STATUSES) {
      for (const party of PARTIES) {
        const allowed = party === by && from.includes(status);
        expect(nextStatus(status, action, party), `${status} by ${party}`).toBe(allowed ? to : null);
      }
    }
  });

  it("never leaves an ended application", () => {
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
    ]);
    for (const status of ended) {
      for (const action of APPLICATION_ACTIONS) {
        expect(PARTIES.map((party) => nextStatus(status, action, party))).toEqual([null, null, null]);
      }
    }
  });
});
