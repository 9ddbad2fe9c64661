import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listPublicationDays } from "#app/domain/search/listed-offers.queries.server.ts";
import { paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { sitemapIndex } from "#app/web/search/search-engines.server.ts";

/** The list of sitemaps: one of pages, then one for each day on which offers that are still open were published. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, env } = appOf(args);
  if (env.SERVICE_MODE !== "production") throw notFound();
  const campaign = await getCurrentCampaign(db, clock.now());
  const days = campaign ? await listPublicationDays(db, campaign.id) : [];
  return sitemapIndex(env.PUBLIC_URL, [paths.pagesSitemap(), ...days.map(paths.offersSitemap)]);
}
