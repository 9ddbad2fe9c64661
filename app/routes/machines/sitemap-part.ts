import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listOffersPublishedOn } from "#app/domain/search/listed-offers.queries.server.ts";
import { isCalendarDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { sitemap } from "#app/web/search/search-engines.server.ts";

const PAGES = [
  paths.home(),
  paths.offers(),
  paths.ideas(),
  paths.forFamilies(),
  paths.forHosts(),
  paths.forSchools(),
  paths.help(),
  paths.accessibility(),
  paths.sitePlan(),
  paths.legal(),
  paths.privacy(),
  paths.processingRegister(),
  paths.impactAssessment(),
  paths.terms(),
];

/** One sitemap of the list: the pages that always stand, or the open offers that were published on a day. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, env } = appOf(args);
  if (env.SERVICE_MODE !== "production") throw notFound();
  const { file } = args.params;
  if (file === "pages.xml") return sitemap(env.PUBLIC_URL, PAGES);
  const day = /^offres-(.+)\.xml$/.exec(file ?? "")?.[1];
  const campaign = await getCurrentCampaign(db, clock.now());
  if (!day || !isCalendarDate(day) || !campaign) throw notFound();
  const offerIds = await listOffersPublishedOn(db, { campaignId: campaign.id, day });
  return sitemap(
    env.PUBLIC_URL,
    offerIds.map((offerId) => paths.offer(offerId)),
  );
}
