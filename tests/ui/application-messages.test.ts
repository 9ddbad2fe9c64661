import { describe, expect, it } from "vitest";
import { groupApplications } from "#app/ui/pupil/application-groups.ts";
import {
  APPLICATION_PARTIES,
  APPLICATION_STATUSES,
  CANCEL_REASONS,
  DECLINE_REASONS,
  type ApplicationChange,
  type ApplicationStatus,
} from "#app/domain/applications/application.ts";
import {
  applicationStep,
  CANCEL_REASON_LABELS,
  DECLINE_REASON_LABELS,
} from "#app/ui/messages/application-steps.ts";
import {
  answerFailureMessage,
  applicationStatusLabel,
  cancelFailureMessage,
  confirmFailureMessage,
  objectionFailureMessage,
  restoreFailureMessage,
  transferFailureMessage,
  withdrawFailureMessage,
  type ApplicationReader,
} from "#app/ui/messages/applications.ts";

const READERS: ApplicationReader[] = ["pupil", "guardian", "host", "teacher"];
const at = new Date("2027-03-01T09:00:00Z");

function change(values: Partial<ApplicationChange>): ApplicationChange {
  return { from: null, to: "submitted", by: "pupil", reason: null, at, ...values };
}

describe.each(READERS)("what a %s reads of an application", (reader) => {
  it("has a label for every status, each different from the others", () => {
    const labels = APPLICATION_STATUSES.map((status) => applicationStatusLabel(status, reader).text);
    expect(new Set(labels).size).toBe(APPLICATION_STATUSES.length);
  });

  it("tells every change of state, and who made it when it can be several", () => {
    const steps = APPLICATION_STATUSES.map((to) => applicationStep(change({ to }), reader).title);
    expect(new Set(steps).size).toBe(APPLICATION_STATUSES.length);
    const others = [
      change({ from: "accepted", to: "withdrawn", by: "guardian" }),
      change({ from: "withdrawn", to: "submitted" }),
      change({ to: "submitted", by: "host" }),
    ].map((other) => applicationStep(other, reader).title);
    expect(new Set([...steps, ...others]).size).toBe(APPLICATION_STATUSES.length + 3);
  });

  it("never calls the place by the word of another reader", () => {
    const words = APPLICATION_STATUSES.flatMap((to) => [
      applicationStatusLabel(to, reader).text,
      ...APPLICATION_PARTIES.map((by) => applicationStep(change({ to, by }), reader).title),
    ]).join(" ");
    expect(/employeur/.test(words)).toBe(reader === "pupil");
    expect(/\bvous\b|\bvos\b/.test(words)).toBe(reader === "pupil" || reader === "host");
  });
});

describe("the reasons that a host gives", () => {
  it("are told under the refusal or the cancellation that they explain", () => {
    for (const reason of DECLINE_REASONS)
      expect(applicationStep(change({ to: "declined", by: "host", reason }), "pupil").detail).toBe(
        DECLINE_REASON_LABELS[reason],
      );
    for (const reason of CANCEL_REASONS)
      expect(applicationStep(change({ to: "cancelled", by: "host", reason }), "pupil").detail).toBe(
        CANCEL_REASON_LABELS[reason],
      );
    expect(
      applicationStep(change({ to: "declined", by: "host", reason: "autre" }), "pupil"),
    ).not.toHaveProperty("detail");
  });
});

describe("a refusal", () => {
  it("says where the application stands, for every status", () => {
    for (const status of APPLICATION_STATUSES) {
      const refused = { code: "not_possible", status } as const;
      const sentences = [
        confirmFailureMessage(refused),
        withdrawFailureMessage(status),
        restoreFailureMessage(refused),
        answerFailureMessage(refused),
        cancelFailureMessage(refused),
        transferFailureMessage(refused),
        objectionFailureMessage(status),
      ];
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÀ-Ü].* : .*\.$/);
    }
  });

  it("says what else can be done", () => {
    expect(cancelFailureMessage({ code: "agreement_signed" })).toContain("Appelez le lycée");
    expect(restoreFailureMessage({ code: "letter_begun" })).toContain("envoyez-la");
    expect(restoreFailureMessage({ code: "quota_reached", max: 10 })).toContain("10 candidatures");
  });
});

describe("the pupil’s list of applications", () => {
  const at = (status: ApplicationStatus, day = 1) => ({ status, deadlineAt: new Date(2027, 2, day) });

  it("puts what is to be confirmed first, then each by what is to be done, and leaves no empty group", () => {
    const all = [at("seen", 9), at("declined"), at("draft"), at("accepted", 7), at("submitted", 4)];
    expect(groupApplications(all).map(({ title, applications }) => [title, applications])).toEqual([
      ["À confirmer", [all[3]]],
      ["En attente d’une réponse", [all[4], all[0]]],
      ["Brouillons", [all[2]]],
      ["Terminées", [all[1]]],
    ]);
  });

  it("has a group for every status", () => {
    const all = APPLICATION_STATUSES.map((status) => at(status));
    const grouped = groupApplications(all).flatMap(({ applications }) => applications);
    expect(new Set(grouped)).toEqual(new Set(all));
    expect(grouped).toHaveLength(all.length);
  });
});
