import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import type { PeriodChoice } from "#app/domain/offers/offer.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import {
  proposedCampaign,
  spellEffects,
  versionOf,
  type CampaignSettings,
} from "#app/domain/campaigns/campaign-settings.ts";
import { getCampaignSettings } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { saveCampaign, type SaveCampaignInput } from "#app/domain/campaigns/save-campaign.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { agreements, agreementVersions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: ReturnType<typeof factories>;
let admin: ActorContext;
/** A year in which nothing happens yet, for each test. */
let year = 2030;

beforeAll(async () => {
  make = factories(database.db, clock);
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  admin = await make.as(person.id);
});
beforeEach(() => {
  year += 1;
});

const proposed = (changes: Partial<CampaignSettings> = {}): CampaignSettings =>
  Object.assign(
    proposedCampaign(`${year}-01-10`),
    { hostsOpenOn: "2027-01-01", pupilsOpenOn: "2027-01-01" },
    changes,
  );

async function created(): Promise<CampaignSettings & { id: string }> {
  const saved = await saveCampaign(admin, { campaignId: null, settings: proposed() });
  if (!saved.ok) throw new Error(saved.error.code);
  return stored(saved.value.campaignId);
}
async function stored(campaignId: string): Promise<CampaignSettings & { id: string }> {
  const found = await getCampaignSettings(database.db, campaignId);
  if (!found) throw new Error("No such campaign");
  return found;
}
async function failureOf(input: SaveCampaignInput) {
  const saved = await saveCampaign(admin, input);
  return saved.ok ? null : saved.error;
}

/** A pupil who applies to an offer of this campaign. */
async function applied(campaignId: string, choice: PeriodChoice = "both") {
  await make.reference();
  await make.agreementText();
  const school = await make.school();
  const { schoolYear } = await stored(campaignId);
  const classGroup = await make.classGroup(school.uai, "2de B", schoolYear);
  const organisation = await make.organisation();
  const employer = await make.employer(organisation.id);
  const offer = await make.offer({ campaignId, organisationId: organisation.id });
  const pupil = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
  const asPupil = await make.as(pupil.id);
  const motivation = "Une lettre assez longue pour être envoyée à la structure d’accueil.";
  const submitted = await submitApplication(asPupil, { offerId: offer.id, motivation, choice });
  if (!submitted.ok) throw new Error(submitted.error.code);
  return { asPupil, employer: await make.as(employer.id), application: submitted.value };
}

describe("a campaign", () => {
  it("is created by an administrator as it was proposed", async () => {
    expect(await created()).toMatchObject(proposed());
  });

  it("is nobody else's to make", async () => {
    const other = await make.person();
    const saved = await saveCampaign(await make.as(other.id), { campaignId: null, settings: proposed() });
    expect(saved).toEqual({ ok: false, error: { code: "not_found" } });
  });

  it("is one a school year, and not one of the past", async () => {
    await created();
    expect(await failureOf({ campaignId: null, settings: proposed() })).toEqual({ code: "year_taken" });
    const past = { startsOn: "2026-06-17", endsOn: "2026-06-28", schoolYear: "2025-2026" };
    expect(await failureOf({ campaignId: null, settings: proposed(past) })).toEqual({ code: "over" });
  });

  it("moves its days and its cut freely as long as nothing stands on it", async () => {
    const { id } = await created();
    const weeks = [
      { week: 1 as const, startsOn: `${year}-06-14`, endsOn: `${year}-06-18` },
      { week: 2 as const, startsOn: `${year}-06-19`, endsOn: `${year}-06-25` },
    ];
    const settings = proposed({ startsOn: `${year}-06-14`, endsOn: `${year}-06-25`, weeks });
    expect(await failureOf({ campaignId: id, settings })).toBeNull();
    expect(await stored(id)).toMatchObject(settings);
  });

  it("is not overwritten unseen by someone who read it before", async () => {
    const campaign = await created();
    const version = versionOf(campaign);
    expect(
      await failureOf({ campaignId: campaign.id, settings: proposed({ hostAnswerDays: 7 }), version }),
    ).toBeNull();
    expect(
      await failureOf({ campaignId: campaign.id, settings: proposed({ hostAnswerDays: 8 }), version }),
    ).toEqual({ code: "changed_since" });
    expect((await stored(campaign.id)).hostAnswerDays).toBe(7);
  });
});

describe("a change to a campaign on which something stands", () => {
  it("says first what it does to offers and applications, and is written once that was read", async () => {
    const { id } = await created();
    await applied(id);
    const settings = proposed({
      endsOn: `${year}-06-27`,
      weeks: proposed().weeks.map((week) => (week.week === 2 ? { ...week, endsOn: `${year}-06-27` } : week)),
      hostsOpenOn: "2027-04-01",
      pupilsOpenOn: "2027-04-02",
      hostAnswerDays: 12,
      pupilConfirmDays: 6,
    });
    const failure = await failureOf({ campaignId: id, settings });
    expect(failure).toEqual({
      code: "effects_unseen",
      effects: [
        { code: "weeks_move", offers: 1, applications: 1 },
        { code: "hosts_close", until: "2027-04-01", offers: 1 },
        { code: "pupils_close", until: "2027-04-02", applications: 1 },
        { code: "answers_keep_deadline", applications: 1 },
      ],
    });
    expect(await stored(id)).toMatchObject(proposed());
    const effects = failure?.code === "effects_unseen" ? failure.effects : [];
    const less = spellEffects(effects.slice(1));
    expect(await failureOf({ campaignId: id, settings, seenEffects: less })).toEqual(failure);
    expect(await failureOf({ campaignId: id, settings, seenEffects: spellEffects(effects) })).toBeNull();
    expect(await stored(id)).toMatchObject(settings);
  });

  it("says how many pupils have more applications than a lower maximum", async () => {
    const { id } = await created();
    const { asPupil } = await applied(id);
    const organisation = await make.organisation();
    const second = await make.offer({ campaignId: id, organisationId: organisation.id });
    const motivation = "Une autre lettre, assez longue pour être envoyée à la structure.";
    await submitApplication(asPupil, { offerId: second.id, motivation, choice: "both" });
    expect(await failureOf({ campaignId: id, settings: proposed({ maxLiveApplications: 2 }) })).toBeNull();
    expect(await failureOf({ campaignId: id, settings: proposed({ maxLiveApplications: 1 }) })).toMatchObject(
      {
        effects: [{ code: "fewer_applications", pupils: 1 }],
      },
    );
  });

  it("never moves the days of a confirmed place, while its other settings may change", async () => {
    const { id } = await created();
    const { asPupil, employer, application } = await applied(id);
    await acceptApplication(employer, application);
    expect(await failureOf({ campaignId: id, settings: proposed({ pupilConfirmDays: 6 }) })).toMatchObject({
      effects: [{ code: "confirmations_keep_deadline", applications: 1 }],
    });
    expect(await confirmPlacement(asPupil, application)).toMatchObject({ ok: true });
    const [one, two] = proposed().weeks;
    if (!one || !two) throw new Error("A campaign has two weeks");
    const cut = [Object.assign({}, one, { endsOn: `${year}-06-21` }), two];
    expect(await failureOf({ campaignId: id, settings: proposed({ weeks: cut }) })).toEqual({
      code: "weeks_hold_placements",
      placements: 1,
    });
    expect(await failureOf({ campaignId: id, settings: proposed({ status: "official" }) })).toBeNull();
  });

  it("does not move days under a place that is being confirmed at the same instant", async () => {
    const { id } = await created();
    const { asPupil, employer, application } = await applied(id, 1);
    await acceptApplication(employer, application);
    const [one, two] = proposed().weeks;
    if (!one || !two) throw new Error("A campaign has two weeks");
    const settings = proposed({ weeks: [Object.assign({}, one, { endsOn: `${year}-06-21` }), two] });
    const seenEffects = spellEffects([{ code: "weeks_move", offers: 1, applications: 1 }]);
    const [confirmed, moved] = await Promise.all([
      confirmPlacement(asPupil, application),
      saveCampaign(admin, { campaignId: id, settings, seenEffects }),
    ]);
    expect(confirmed.ok).toBe(true);
    const [version] = await database.db
      .select({ content: agreementVersions.content })
      .from(agreementVersions)
      .innerJoin(agreements, eq(agreements.id, agreementVersions.agreementId))
      .where(eq(agreements.campaignId, id));
    // Either the move came first and the agreement has the new days, or the place did and nothing moved.
    const lastDay = moved.ok ? `${year}-06-21` : `${year}-06-22`;
    expect((await stored(id)).weeks[0]?.endsOn).toBe(lastDay);
    expect(version?.content).toMatchObject({ endsOn: lastDay });
  });

  it("keeps its school year once offers depend on it", async () => {
    const { id } = await created();
    await applied(id);
    const settings = Object.assign({}, proposed(), { schoolYear: `${year}-${year + 1}` });
    expect(await failureOf({ campaignId: id, settings })).toEqual({ code: "year_in_use", offers: 1 });
  });

  it("is refused once the campaign is over", async () => {
    const { id, endsOn } = await created();
    const late = fakeClock(`${year}-06-29T08:00:00Z`);
    const saved = await saveCampaign(
      { ...admin, clock: late },
      { campaignId: id, settings: proposed({ endsOn: `${year}-07-03` }) },
    );
    expect(saved).toEqual({ ok: false, error: { code: "over" } });
    expect((await stored(id)).endsOn).toBe(endsOn);
  });
});
