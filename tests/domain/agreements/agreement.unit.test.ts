import { describe, expect, it } from "vitest";
import { checkAgreement, isLawful, scheduleOf } from "#app/domain/agreements/content/agreement-checks.ts";
import {
  hostFormOf,
  hostPartOf,
  schoolFormOf,
  schoolPartOf,
} from "#app/domain/agreements/content/agreement-parts.ts";
import {
  AGREEMENT_ACTIONS,
  AGREEMENT_STATUSES,
  mayAct,
  statusOnceFilled,
  type AgreementAction,
  type AgreementParty,
} from "#app/domain/agreements/agreement.ts";
import { hostKnowsPupil, withoutPupil } from "#app/domain/agreements/host-reading.ts";
import { EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { completeContent } from "./agreement-fixture.ts";

const PARTIES: readonly AgreementParty[] = ["pupil", "host", "teacher", "staff"];

describe("who may do what with an agreement, and when", () => {
  const LIFE: Record<AgreementAction, [by: string, from: string]> = {
    fill_host: ["host", "draft completed changes_requested"],
    fill_school: ["teacher staff", "draft completed changes_requested"],
    validate: ["teacher", "completed"],
    take_back_validation: ["teacher", "teacher_validated"],
    request_changes: ["teacher", "completed"],
    cancel: ["host", "draft completed changes_requested teacher_validated signing"],
  };
  it.each(AGREEMENT_ACTIONS)("%s", (action) => {
    const [by, from] = LIFE[action];
    for (const party of PARTIES) {
      const open = AGREEMENT_STATUSES.filter((status) => mayAct(status, action, party));
      expect(open.join(" "), party).toBe(by.split(" ").includes(party) ? from : "");
    }
  });

  it("is complete once both sides are, and no remark is left", () => {
    const after = (hostCompleted: boolean, schoolCompleted: boolean, openRemarks = 0) =>
      statusOnceFilled({ hostCompleted, schoolCompleted, openRemarks });
    expect([after(true, true), after(true, false), after(false, true)]).toEqual([
      "completed",
      "draft",
      "draft",
    ]);
    expect(after(true, true, 1)).toBe("changes_requested");
  });
});

describe("the parts of an agreement", () => {
  it("come back from their forms as they were shown", () => {
    const host = hostPartOf({ contentHash: "0", ...hostFormOf(completeContent) }, completeContent.hoursGrid);
    const { workplaceSupervisor, violencePreventionContact, activities, lunch, hoursGrid } = completeContent;
    const { signatoryName, signatoryQuality } = completeContent.host;
    expect(host).toEqual({
      workplaceSupervisor,
      violencePreventionContact,
      activities,
      lunch,
      hoursGrid,
      signatoryName,
      signatoryQuality,
    });
    const form = schoolFormOf(completeContent) as Parameters<typeof schoolPartOf>[0];
    const { guardians, referentTeacher, objectives, transport, boardDeliberationOn } = completeContent;
    expect(schoolPartOf(form)).toEqual({
      guardians,
      referentTeacher,
      objectives,
      transport,
      boardDeliberationOn,
      headName: "Nadia Benali",
      birthDate: "2011-11-23",
    });
  });

  it("show empty boxes for what is not known, and take an empty box for it", () => {
    const bare = {
      ...completeContent,
      workplaceSupervisor: null,
      violencePreventionContact: null,
      guardians: [],
      boardDeliberationOn: null,
      pupil: { ...completeContent.pupil, birthDate: "23/11/2011" },
    };
    expect(hostFormOf(bare)).toMatchObject({
      supervisorName: "",
      supervisorContact: "",
      preventionContact: "",
    });
    const form = schoolFormOf(bare);
    const empty = ["guardian1Name", "guardian1Email", "guardian1Phone", "guardian2Name", "guardian2Email"];
    expect(
      [...empty, "guardian2Phone", "birthDate", "boardDeliberationOn"].map((name) => form[name]),
    ).toEqual(Array(8).fill(""));
    const part = hostPartOf({ contentHash: "0", ...hostFormOf(bare) }, EMPTY_HOURS_GRID);
    expect(part).toMatchObject({ workplaceSupervisor: null, violencePreventionContact: null });
    expect(schoolPartOf(form as Parameters<typeof schoolPartOf>[0]).guardians).toEqual([]);
  });
});

describe("what the service verifies by itself", () => {
  const content = { ...completeContent, host: { ...completeContent.host, siret: demonstrationSiret(1) } };

  it("finds nothing to say of a complete and lawful content", () => {
    const checks = checkAgreement(content, []);
    expect(checks).toEqual({
      missingHost: [],
      missingSchool: [],
      hours: [],
      siretIsValid: true,
      boardDeliberationMissing: false,
    });
    expect(isLawful(checks)).toBe(true);
  });

  it.each([
    ["a host's field is missing", { activities: "" }, false],
    ["a school's field is missing", { guardians: [] }, false],
    [
      "the hours are against the law",
      {
        hoursGrid: {
          ...content.hoursGrid,
          1: { morning: { from: "05:00", to: "09:00" }, afternoon: null },
        },
      },
      false,
    ],
    ["the board has not voted yet", { boardDeliberationOn: null }, true],
    ["the number of the host is not one", { host: { ...content.host, siret: "12345678901234" } }, true],
  ])("when %s", (_, change, lawful) => {
    const checks = checkAgreement({ ...content, ...change }, []);
    expect(checks).not.toEqual(checkAgreement(content, []));
    expect(isLawful(checks)).toBe(lawful);
  });

  it("weighs the hours over all agreements, and over the pupil's age", () => {
    const other = scheduleOf(content);
    expect(other).toEqual({ grid: content.hoursGrid, startsOn: "2027-06-14", endsOn: "2027-06-25" });
    const shared = checkAgreement(content, [other]);
    expect(shared.hours.map(({ code }) => code)).toContain("agreements_overlap");
    const child = { ...content, pupil: { ...content.pupil, birthDate: "2013-01-01" } };
    expect(checkAgreement(child, []).hours.map(({ code }) => code)).toContain("week_long_for_age");
  });
});

describe("a host whose place is cancelled", () => {
  it("is the only one that knows the pupil no more", () => {
    expect(AGREEMENT_STATUSES.filter((status) => !hostKnowsPupil(status))).toEqual(["cancelled"]);
  });

  it("keeps its own part and the dates, and of the pupil the first name alone", () => {
    const { host, workplaceSupervisor, hoursGrid, activities, lunch, weeks } = completeContent;
    expect(withoutPupil(completeContent)).toMatchObject({
      host,
      workplaceSupervisor,
      hoursGrid,
      activities,
      lunch,
      weeks,
      school: { uai: "", name: "", address: "", headName: "", email: "" },
      pupil: { firstName: "Léa", lastName: "", birthDate: null, className: "" },
      guardians: [],
      referentTeacher: { name: "", contact: "" },
      objectives: "",
      evaluation: "",
      lodging: "",
      transport: "",
      boardDeliberationOn: null,
    });
  });
});
