import { describe, expect, it } from "vitest";
import { dayOf, nextDates, nextSteps } from "#app/domain/applications/views/pupil-agenda.ts";
import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import { defaultWeeks } from "#app/domain/campaigns/campaign.ts";

const campaign = {
  weeks: defaultWeeks("2027-06-17", "2027-06-28"),
  pupilsOpenOn: "2027-01-15",
  maxLiveApplications: 3,
};

let number = 0;
function application(values: Partial<PupilApplication>): PupilApplication {
  number += 1;
  return {
    id: `application-${number}`,
    offerId: `offer-${number}`,
    campaignId: "campaign",
    title: "Découvrir un cabinet",
    organisation: "Cabinet",
    town: "Rennes",
    status: "submitted",
    weeks: [1, 2],
    offerIsOpen: true,
    deadlineAt: null,
    updatedAt: new Date("2027-03-01T09:00:00Z"),
    agreement: null,
    ...values,
  };
}

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const stepsOf = (list: PupilApplication[], context = { today: "2027-03-02", reopened: 0 }) =>
  nextSteps(list, campaign, context).map(({ kind }) => kind);

describe("what to do now", () => {
  it("is to apply, when nothing is begun", () => {
    expect(nextSteps([], campaign, { today: "2027-03-02", reopened: 0 })).toEqual([
      { kind: "apply", freeWeeks: [1, 2], waiting: 0, left: 3 },
    ]);
  });

  it("begins with the place that is lost soonest", () => {
    const late = application({ status: "accepted", deadlineAt: at("2027-03-06") });
    const soon = application({ status: "accepted", deadlineAt: at("2027-03-04") });
    const draft = application({ status: "draft", weeks: [] });
    const steps = nextSteps([late, soon, draft], campaign, { today: "2027-03-02", reopened: 2 });
    expect(steps.map(({ kind }) => kind)).toEqual(["confirm", "confirm", "finish_draft", "look_again"]);
    expect(steps[0]).toMatchObject({ application: { id: soon.id } });
  });

  it("asks for no more applications than the campaign allows, and for none once both weeks are found", () => {
    expect(stepsOf([application({}), application({}), application({})])).toEqual([]);
    expect(stepsOf([application({ status: "confirmed" }), application({ status: "draft" })])).toEqual([]);
  });

  it("looks for the week that is left", () => {
    const [step] = nextSteps([application({ status: "confirmed", weeks: [1] })], campaign, {
      today: "2027-03-02",
      reopened: 0,
    });
    expect(step).toMatchObject({ kind: "apply", freeWeeks: [2] });
  });

  it("leaves out a draft whose offer is closed", () => {
    expect(stepsOf([application({ status: "draft", offerIsOpen: false })])).toEqual(["apply"]);
  });

  it("prepares the first day in its last two weeks, and no more once it is past", () => {
    const placed = application({ status: "confirmed" });
    expect(stepsOf([placed], { today: "2027-06-02", reopened: 0 })).toEqual([]);
    expect(stepsOf([placed], { today: "2027-06-03", reopened: 0 })).toEqual(["prepare"]);
    expect(stepsOf([placed], { today: "2027-06-17", reopened: 0 })).toEqual(["prepare"]);
    expect(stepsOf([placed], { today: "2027-06-18", reopened: 0 })).toEqual([]);
  });
});

describe("the next dates", () => {
  it("come in their order: deadlines, then days of the placement", () => {
    const dates = nextDates(
      [
        application({ status: "confirmed", weeks: [1] }),
        application({ deadlineAt: at("2027-03-11") }),
        application({ status: "accepted", deadlineAt: at("2027-03-07") }),
        application({ status: "declined" }),
      ],
      campaign,
      "2027-03-02",
    );
    expect(dates.map((date) => `${date.kind} ${dayOf(date)}`)).toEqual([
      "confirm_before 2027-03-07",
      "answer_by 2027-03-11",
      "first_day 2027-06-17",
      "last_day 2027-06-22",
    ]);
  });

  it("tell when applications open, until they do", () => {
    expect(nextDates([], campaign, "2027-01-14").map(({ kind }) => kind)).toEqual(["opens"]);
    expect(nextDates([], campaign, "2027-01-15")).toEqual([]);
  });
});
