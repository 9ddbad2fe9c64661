import { expect, it } from "vitest";
import { proposedCampaign } from "#app/domain/campaigns/campaign-settings.ts";
import { saveCampaign } from "#app/domain/campaigns/save-campaign.server.ts";
import { checkReadiness } from "#app/domain/operations/readiness.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();

it("the service is ready as soon as its first campaign is saved", async () => {
  const make = factories(database.db, clock);
  const { id } = await make.person();
  await make.affiliate(id, "admin");
  expect(await checkReadiness({ db: database.db, clock })).toContain("campaign");
  const settings = proposedCampaign("2027-01-10");
  const saved = await saveCampaign(await make.as(id), { campaignId: null, settings });
  expect(saved.ok).toBe(true);
  expect(await checkReadiness({ db: database.db, clock })).not.toContain("campaign");
});
