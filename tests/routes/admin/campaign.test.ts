import { beforeAll, describe, expect, it } from "vitest";
import type { CampaignEffect } from "#app/domain/campaigns/campaign-settings.ts";
import { action as save, loader as open } from "#app/routes/admin/campaign.tsx";
import { typedCampaign } from "#tests/domain/campaigns/typed-campaign.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock("2026-11-30T09:00:00Z");
let app: ReturnType<typeof testApp>;
let make: ReturnType<typeof factories>;
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  cookie = await cookieOf(app, admin.id);
});

const read = (query = "") => open(routeArgs(app, { path: `/admin/campagne${query}`, cookie }));
const send = (form: Record<string, string>, query = "") =>
  statusOf(() => save(routeArgs(app, { path: `/admin/campagne${query}`, cookie, form })));
const told = ({ value }: { value: unknown }) =>
  (value as { data: { errors: Record<string, string[]>; effects?: CampaignEffect[]; values: object } }).data;

// One year, from its creation on.
describe("the page of the campaign", { shuffle: false }, () => {
  it("proposes the next June when there is none", async () => {
    expect(await read()).toMatchObject({
      campaigns: [],
      version: null,
      settings: { schoolYear: "2026-2027", startsOn: "2027-06-17", endsOn: "2027-06-28" },
    });
  });

  it("tells beside its field what is wrong, and gives back what was typed", async () => {
    const refused = await send(typedCampaign({ week2StartsOn: "2027-06-20" }));
    expect(refused.status).toBe(422);
    expect(Object.keys(told(refused).errors)).toEqual(["week2StartsOn"]);
    expect(told(refused).values).toMatchObject({
      week2StartsOn: "2027-06-20",
      source: expect.any(String) as string,
    });
  });

  it("creates it, and shows it from then on", async () => {
    expect(await send(typedCampaign({ pupilsOpenOn: "2026-11-30" }))).toMatchObject({
      status: 303,
      location: "/admin/campagne?annee=2026-2027&fait=creee",
    });
    const shown = await read();
    expect(shown).toMatchObject({ settings: { pupilsOpenOn: "2026-11-30" }, isOver: false });
    expect(shown.version).not.toBeNull();
    expect(await read("?annee=nouvelle")).toMatchObject({ version: null });
    expect(await read("?annee=%00")).toMatchObject({ version: null });
    const again = await send(typedCampaign(), "?annee=nouvelle");
    expect(again.status).toBe(422);
    expect(told(again).errors.schoolYear?.[0]).toContain("existe déjà");
  });

  it("tells what a change does before it is saved, and saves it once that was read", async () => {
    const organisation = await make.organisation();
    await make.reference();
    const [campaign] = (await read()).campaigns;
    await make.offer({ campaignId: campaign?.id ?? "", organisationId: organisation.id });
    const version = (await read()).version ?? "";
    const form = Object.assign(typedCampaign({ week1EndsOn: "2027-06-21", pupilsOpenOn: "2026-11-30" }), {
      version,
    });
    const asked = await send(form);
    expect(asked.status).toBe(409);
    expect(told(asked).effects).toEqual([{ code: "weeks_move", offers: 1, applications: 0 }]);
    const effects = JSON.stringify(told(asked).effects);
    expect(await send(Object.assign(form, { effects }))).toMatchObject({
      location: "/admin/campagne?annee=2026-2027&fait=modifiee",
    });
    expect((await read()).settings.weeks[0]?.endsOn).toBe("2027-06-21");
  });

  it("does not change any more once it is over", async () => {
    clock.set("2027-06-29T09:00:00Z");
    const admin = await make.person();
    await make.affiliate(admin.id, "admin");
    cookie = await cookieOf(app, admin.id);
    expect(await read("?annee=2026-2027")).toMatchObject({ isOver: true });
    expect((await send(typedCampaign(), "?annee=2026-2027")).status).toBe(422);
    expect(await read()).toMatchObject({ version: null, settings: { schoolYear: "2027-2028" } });
  });
});
