import type { LoaderFunctionArgs } from "@remix-run/node";

import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getEligibility } from "#app/domain/offers/offers.queries.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { mapOffers, offersAt } from "#app/domain/search/map-offers.queries.server.ts";
import { readMapQuery } from "#app/domain/search/map-query.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";
import { areaOf, locateSearchPlace } from "#app/domain/search/search-place.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { personalJson, sharedJson } from "#app/web/cached-json.server.ts";
import { townsOf } from "#app/web/search/offers-map.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";

/** Seats come and go; a map that is a minute old leads to pages that are not. */
const CACHE_SECONDS = 60;

/** Every offer of a search that a part of the map shows, gathered in clusters; or the offers of one point (`ici`). */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await optionalActor(args);
  const asker = await getEligibility(appOf(args).db, actor);
  const answer = await answerTo(args, asker);
  return actor ? personalJson(answer) : sharedJson(args.request, answer, CACHE_SECONDS);
}

async function answerTo(args: LoaderFunctionArgs, asker: Asker) {
  const app = appOf(args);
  const parameters = new URL(args.request.url).searchParams;
  const { zoom, box, point } = readMapQuery(parameters);
  const query = readSearchQuery(parameters, await listSectorFamilies(app.db));
  const where = await locateSearchPlace(app, query);
  const campaign = await getCurrentCampaign(app.db, app.clock.now());
  const towns = box && !point ? townsOf(app.places, box) : [];
  if (!campaign || where.kind === "unknown" || where.kind === "address") return { ...NOTHING, towns };
  const source = { db: app.db, index: app.offerIndex.of(campaign.id) };
  const filters = { ...query, campaignId: campaign.id, ...areaOf(where), sort: "recentes" as const };
  if (point) return offersAt(source, filters, asker, point);
  return { ...(await mapOffers(source, filters, asker, { zoom, box })), towns };
}

const NOTHING = { count: 0, clusters: [], offers: [] };

type Asker = Awaited<ReturnType<typeof getEligibility>>;
