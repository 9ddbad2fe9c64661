import { describe, expect, it } from "vitest";
import {
  hasRole,
  needsSecondFactor,
  organisationsOf,
  ROLES,
  schoolsOf,
  type Actor,
  type Affiliation,
  type Role,
} from "#app/domain/accounts/actor.ts";
import { partyOf as partyOfAgreement } from "#app/domain/agreements/agreements.policy.ts";
import { partyOf as partyOfApplication } from "#app/domain/applications/applications.policy.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { canSetUpSchool, schoolsSetUpBy } from "#app/domain/schools/schools.policy.ts";

const ME = "me";

function someone(...held: (Partial<Affiliation> & { role: Role })[]): Actor {
  const affiliations = held.map((one) => ({
    schoolUai: null,
    organisationId: null,
    academyCode: null,
    ...one,
  }));
  return { personId: ME, firstName: "Camille", lastName: "Dupont", affiliations };
}

describe("what someone is", () => {
  it("is told by their affiliations, whichever of the roles asked for", () => {
    const teacher = someone({ role: "teacher", schoolUai: "A" });
    expect(hasRole(teacher, "teacher")).toBe(true);
    expect(hasRole(teacher, "admin", "teacher")).toBe(true);
    expect(hasRole(teacher, "admin", "pupil")).toBe(false);
    expect(hasRole(someone(), "teacher")).toBe(false);
  });

  it("takes in a host organisation for employers alone, a school for the roles asked for", () => {
    const both = someone(
      { role: "employer", organisationId: "host" },
      { role: "teacher", schoolUai: "A", organisationId: "not theirs" },
      { role: "schoolHead", schoolUai: "B" },
      { role: "employer" },
      { role: "teacher" },
    );
    expect(organisationsOf(both)).toEqual(["host"]);
    expect(schoolsOf(both, "teacher")).toEqual(["A"]);
    expect(schoolsOf(both, "teacher", "schoolHead")).toEqual(["A", "B"]);
    expect(schoolsOf(both, "pupil")).toEqual([]);
  });

  it("asks for a second factor from everyone who sees what pupils are and do", () => {
    const asked = ROLES.filter((role) => needsSecondFactor([role]));
    expect(asked).toEqual(["teacher", "schoolOffice", "schoolHead", "academyReferent", "admin"]);
    expect(needsSecondFactor(["pupil", "admin"])).toBe(true);
    expect(needsSecondFactor([])).toBe(false);
  });
});

describe("an offer is managed", () => {
  const employer = someone({ role: "employer", organisationId: "host" });
  it.each([
    ["by its author while it is a draft", { status: "draft", organisationId: null, createdBy: ME }, true],
    [
      "by no colleague while it is a draft",
      { status: "draft", organisationId: "host", createdBy: "x" },
      false,
    ],
    [
      "by the whole organisation once published",
      { status: "published", organisationId: "host", createdBy: "x" },
      true,
    ],
    ["by no other organisation", { status: "published", organisationId: "other", createdBy: "x" }, false],
    ["no more by an author who left", { status: "paused", organisationId: "other", createdBy: ME }, false],
    [
      "by nobody without an organisation",
      { status: "published", organisationId: null, createdBy: ME },
      false,
    ],
  ])("%s", (_, offer, may) => expect(canManageOffer(employer, offer)).toBe(may));
});

describe("the side of an application or an agreement", () => {
  const application = { pupilId: ME, organisationId: "host" };
  const agreement = { pupilId: "pupil", organisationId: "host", schoolUai: "A", teacherIds: [ME, "other"] };

  it("of an application is its pupil's or its host's, and nobody else's", () => {
    expect(partyOfApplication(someone({ role: "pupil" }), application)).toBe("pupil");
    expect(
      partyOfApplication(someone({ role: "pupil" }), { pupilId: "x", organisationId: "host" }),
    ).toBeNull();
    expect(partyOfApplication(someone({ role: "teacher" }), application)).toBeNull();
    const employer = someone({ role: "employer", organisationId: "host" });
    expect(partyOfApplication(employer, { pupilId: "x", organisationId: "host" })).toBe("host");
    expect(partyOfApplication(employer, { pupilId: "x", organisationId: "other" })).toBeNull();
  });

  it.each([
    ["pupil", someone({ role: "pupil" }), { pupilId: ME }],
    ["host", someone({ role: "employer", organisationId: "host" }), {}],
    ["teacher", someone({ role: "teacher", schoolUai: "A" }), {}],
    ["staff", someone({ role: "schoolOffice", schoolUai: "A" }), {}],
    ["staff", someone({ role: "schoolHead", schoolUai: "A" }), {}],
    [null, someone({ role: "pupil" }), {}],
    [null, someone({ role: "teacher", schoolUai: "A" }), { teacherIds: ["other"] }],
    [null, someone({ role: "teacher", schoolUai: "B" }), {}],
    [null, someone({ role: "schoolHead", schoolUai: "B" }), {}],
    [null, someone({ role: "employer", organisationId: "other" }), {}],
    [null, someone({ role: "admin" }), { pupilId: ME }],
  ])("of an agreement is %s", (party, actor, change) =>
    expect(partyOfAgreement(actor, { ...agreement, ...change })).toBe(party),
  );
});

describe("a school is set up", () => {
  it("by its office and its head", () => {
    const actor = someone(
      { role: "schoolOffice", schoolUai: "A" },
      { role: "schoolHead", schoolUai: "B" },
      { role: "teacher", schoolUai: "C" },
    );
    expect(schoolsSetUpBy(actor)).toEqual(["A", "B"]);
    expect(["A", "B", "C", "D"].map((uai) => canSetUpSchool(actor, uai))).toEqual([true, true, false, false]);
  });
});
