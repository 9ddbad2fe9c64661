import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { importAgreementText } from "#app/domain/agreements/text/import-agreement-text.server.ts";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { seededRandom } from "#app/kernel/random.ts";
import type { Database } from "#db/client.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { seedCampaign } from "./demonstration/campaign.ts";
import { seedHosts } from "./demonstration/hosts.ts";
import { seedOffers } from "./demonstration/offers.ts";
import { affiliate, seedAccount } from "./demonstration/people.ts";
import { seedSchools } from "./demonstration/schools.ts";
import { tellStories } from "./demonstration/tell-stories.ts";
import { seedReference } from "./reference.ts";

export { demonstrationCampaignYear } from "./demonstration/campaign.ts";

const SEED = 20_240_617;

/** Fills an empty, migrated database with the demonstration: same day, same data. */
export async function seedDemonstration(db: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  const today = parisDate(now);
  const random = seededRandom(SEED);
  await seedReference(db);
  const markdown = readFileSync(
    new URL("./reference/agreement-text-demonstration.md", import.meta.url),
    "utf8",
  );
  const text = await importAgreementText(
    { db, clock },
    { markdown, source: "Démonstration", kind: "official", allowDemonstration: true },
  );
  if (!text.ok) throw new Error("The demonstration text of the agreement is not well formed");

  const { schools, hosts } = await db.transaction(async (tx) => {
    const since = addDays(today, -80);
    const campaign = await seedCampaign(tx, today);
    const seededSchools = await seedSchools(tx, { random, today, schoolYear: campaign.schoolYear, now });
    const seededHosts = await seedHosts(tx, now, since);
    await seedOffers(tx, seededHosts, { random, campaignId: campaign.id, now });
    const referent = await seedAccount(tx, "alice.garnier@example.org", {}, now);
    await affiliate(tx, referent, "academyReferent", { academyCode: "14" }, since);
    await affiliate(tx, await seedAccount(tx, "admin@example.org", {}, now), "admin", {}, since);
    return { schools: seededSchools, hosts: seededHosts };
  });
  await tellStories(db, now, schools, hosts);
  await keepPastSilent(db, now);
}

/** The past of the demonstration is told by its pages: its mails are not sent weeks late. */
async function keepPastSilent(db: Database, now: Date): Promise<void> {
  await db.update(outboxEvents).set({ dispatchedAt: now, skipReason: "before_opening" });
  await db.execute(
    sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier in ('dispatch_event', 'match_offer')))`,
  );
}
