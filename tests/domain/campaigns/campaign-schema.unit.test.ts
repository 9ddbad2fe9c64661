import { describe, expect, it } from "vitest";
import { campaignSchema } from "#app/domain/campaigns/campaign.schema.ts";
import { proposedCampaign } from "#app/domain/campaigns/campaign-settings.ts";
import { typedCampaign } from "./typed-campaign.ts";

/** The fields that are refused, with the first sentence of each. */
function faults(changes: Record<string, string>): Record<string, string> {
  const read = campaignSchema.safeParse(typedCampaign(changes));
  const told: Record<string, string> = {};
  for (const { path, message } of read.error?.issues ?? []) told[path.join(".")] ??= message;
  return told;
}

describe("what is proposed of a campaign", () => {
  it.each([
    ["2026-11-30", "2026-2027", "2027-06-17", "2027-06-28"],
    ["2027-05-18", "2026-2027", "2027-06-17", "2027-06-28"],
    ["2027-05-19", "2027-2028", "2028-06-17", "2028-06-28"],
  ])("on %s is that of the next June, in two halves", (today, schoolYear, startsOn, endsOn) => {
    const proposed = proposedCampaign(today);
    expect(proposed).toMatchObject({ schoolYear, startsOn, endsOn, status: "provisional" });
    const year = startsOn.slice(0, 4);
    expect(proposed.weeks).toEqual([
      { week: 1, startsOn, endsOn: `${year}-06-22` },
      { week: 2, startsOn: `${year}-06-23`, endsOn },
    ]);
    expect(proposed.pupilsOpenOn <= startsOn).toBe(true);
  });

  it("is accepted as it is", () => {
    expect(campaignSchema.safeParse(typedCampaign()).data).toEqual(proposedCampaign("2026-11-30"));
  });
});

describe("a campaign as it is typed", () => {
  it.each([
    ["schoolYear", { schoolYear: "2026-2028" }, "deux années qui se suivent"],
    ["schoolYear", { schoolYear: "" }, "deux années qui se suivent"],
    ["startsOn", { startsOn: "2027-02-30" }, "le premier jour de la période"],
    ["endsOn", { endsOn: "" }, "le dernier jour de la période"],
    ["startsOn", { startsOn: "2026-06-17" }, "l’année scolaire 2026-2027"],
    ["endsOn", { endsOn: "2027-06-16" }, "vient avant le premier"],
    ["endsOn", { startsOn: "2027-03-01" }, "dépasse 62 jours"],
    ["week1StartsOn", { week1StartsOn: "2027-06-16" }, "sort de la période"],
    ["week1EndsOn", { week1EndsOn: "2027-06-16" }, "finit avant de commencer"],
    ["week1EndsOn", { week1EndsOn: "2027-07-02" }, "sort de la période"],
    ["week2StartsOn", { week2StartsOn: "2027-06-22" }, "commence après la fin de la semaine 1"],
    ["week2EndsOn", { week2EndsOn: "2027-06-22" }, "finit avant de commencer"],
    ["week2EndsOn", { week2EndsOn: "2027-06-29" }, "du 17 juin 2027 au 28 juin 2027"],
    ["hostsOpenOn", { hostsOpenOn: "2027-06-18" }, "après le début des stages"],
    ["pupilsOpenOn", { pupilsOpenOn: "2027-06-18" }, "après le début des stages"],
    ["pupilsOpenOn", { hostsOpenOn: "2027-02-01", pupilsOpenOn: "2027-01-31" }, "avant que les structures"],
    ["hostAnswerDays", { hostAnswerDays: "0" }, "de 1 à 60"],
    ["pupilConfirmDays", { pupilConfirmDays: "cinq" }, "de 1 à 30"],
    ["maxLiveApplications", { maxLiveApplications: "51" }, "de 1 à 50"],
    ["status", { status: "peut-être" }, "officielles ou provisoires"],
    ["source", { source: "  " }, "d’où viennent ces dates"],
  ])("tells beside %s what to correct: %j", (field, changes, told) => {
    expect(faults(changes)[field]).toContain(told);
  });

  it("takes weeks of any cut, and days of the window that belong to none", () => {
    expect(
      faults({ week1EndsOn: "2027-06-18", week2StartsOn: "2027-06-25", week2EndsOn: "2027-06-27" }),
    ).toEqual({});
    expect(faults({ week1EndsOn: "2027-06-17", week2StartsOn: "2027-06-18" })).toEqual({});
  });
});
