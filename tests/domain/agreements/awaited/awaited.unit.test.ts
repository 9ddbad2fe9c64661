import { describe, expect, it } from "vitest";
import { AGREEMENT_STATUSES } from "#app/domain/agreements/agreement.ts";
import {
  awaitedOfAgreement,
  longestFirst,
  type AgreementProgress,
} from "#app/domain/agreements/awaited/awaited.ts";
import { awaitedText } from "#app/ui/messages/awaited.ts";

const at = (day: number) => new Date(Date.UTC(2027, 2, day, 8));
const now = at(20);
const progress = (change: Partial<AgreementProgress>): AgreementProgress => ({
  status: "draft",
  createdAt: at(4),
  hostCompletedAt: null,
  schoolCompletedAt: null,
  completedAt: null,
  validatedAt: null,
  remark: null,
  missingHost: [],
  missingSchool: [],
  ...change,
});
const told = (change: Partial<AgreementProgress>) => {
  const awaited = awaitedOfAgreement(progress(change), "school");
  return awaited && awaitedText(awaited, now);
};

describe("whose turn an agreement is", () => {
  it("is the school's as long as its part lacks something, which is named", () => {
    expect(told({ missingSchool: ["pupil.birthDate"] })).toBe(
      "Attend l’établissement (date de naissance), depuis 16 jours",
    );
    expect(told({ missingSchool: ["pupil.birthDate", "guardians", "school.email", "school.name"] })).toBe(
      "Attend l’établissement (date de naissance, responsable légal et 2 autres), depuis 16 jours",
    );
  });

  it("is the host's once the school's part is whole", () => {
    expect(told({ schoolCompletedAt: at(5), missingHost: ["hoursGrid"] })).toBe(
      "Attend la structure d’accueil (horaires), depuis 16 jours",
    );
  });

  it("is of whoever was asked for a correction, since it was asked", () => {
    const remark = { addressee: "host" as const, since: at(18) };
    expect(told({ status: "changes_requested", remark })).toBe(
      "Attend la structure d’accueil (correction demandée), depuis 2 jours",
    );
  });

  it("is the teachers' once complete, then of those who sign, then nobody's", () => {
    const whole = { hostCompletedAt: at(5), schoolCompletedAt: at(6), completedAt: at(19) };
    expect(told({ ...whole, status: "completed" })).toBe(
      "Attend l’équipe enseignante (validation de la convention), depuis hier",
    );
    expect(told({ ...whole, status: "teacher_validated", validatedAt: at(20) })).toBe(
      "Attend les signatures, depuis aujourd’hui",
    );
    expect(told({ ...whole, status: "signed", validatedAt: at(20) })).toBeNull();
    expect(told({ ...whole, status: "cancelled" })).toBeNull();
  });

  it("is the reader's own where both parts are open, and names to a host or a pupil no field of another side", () => {
    const open = progress({ missingSchool: ["pupil.birthDate"], missingHost: ["hoursGrid"] });
    const turn = (change: Partial<AgreementProgress>, reader: "pupil" | "host" | "school") => {
      const awaited = awaitedOfAgreement({ ...open, ...change }, reader);
      return [awaited?.party, awaited?.missing];
    };
    expect(turn({}, "host")).toEqual(["host", ["hoursGrid"]]);
    expect(turn({}, "school")).toEqual(["school", ["pupil.birthDate"]]);
    expect(turn({}, "pupil")).toEqual(["school", []]);
    expect(turn({ hostCompletedAt: at(5) }, "host")).toEqual(["school", []]);
    expect(turn({ schoolCompletedAt: at(5) }, "school")).toEqual(["host", ["hoursGrid"]]);
  });

  it("is somebody's in every state but the last ones", () => {
    const over = AGREEMENT_STATUSES.filter(
      (status) => awaitedOfAgreement(progress({ status }), "school") === null,
    );
    expect(over).toEqual(["signed", "cancelled"]);
  });
});

it("sorts what has waited longest first, and what waits for nobody last", () => {
  const turn = (day: number) => ({
    party: "host" as const,
    act: "answer" as const,
    missing: [],
    since: at(day),
  });
  expect([null, turn(9), turn(3), null].sort(longestFirst).map((one) => one?.since)).toEqual([
    at(3),
    at(9),
    undefined,
    undefined,
  ]);
});
