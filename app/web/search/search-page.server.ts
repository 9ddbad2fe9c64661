import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listSearchInterests } from "#app/domain/discovery/interests.queries.server.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { getEligibility } from "#app/domain/offers/offers.queries.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { runSearch } from "#app/domain/search/run-search.server.ts";
import { readSearchQuery, type SearchQuery } from "#app/domain/search/search-filters.ts";
import { locateSearchPlace, type SearchPlace } from "#app/domain/search/search-place.ts";
import { familyMeant } from "#app/domain/search/words/family-words.ts";
import { findTownInWords } from "#app/domain/search/words/town-in-words.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { noteSearch } from "./note-search.server.ts";
import { startMap } from "./offers-map.server.ts";

/**
 * The search that an address asks for, with its results and the start of its map. `moved` holds what to change in the address
 * instead, when a street or a town was typed that the address must tell otherwise, or words that mean a family.
 */
export async function openSearch(app: AppContext, parameters: URLSearchParams, actor: Actor | null) {
  const { db, clock } = app;
  const [families, campaign, asker] = await Promise.all([
    listSectorFamilies(db),
    getCurrentCampaign(db, clock.now()),
    getEligibility(db, actor),
  ]);
  const query = readSearchQuery(parameters, families);
  const where = await locateSearchPlace(app, query);
  const moved = await movedTo(app, { parameters, query, where, campaign, asker });
  if (moved) return { moved };
  const interests = await listSearchInterests(db, actor, { sort: query.sort, campaign, at: clock.now() });
  const index = campaign && app.offerIndex.of(campaign.id);
  const search = campaign &&
    where.kind !== "unknown" && { query, where, campaign, families, index, interests };
  const results = search ? await runSearch(db, search, asker) : null;
  noteSearch(app, { query, where, results });
  const family = results?.page.total === 0 && !results.further ? familyOf(query, parameters) : null;
  if (family) return { moved: { q: null, famille: family, saisie: query.words } };
  const map = await startMap(app, { query, where, campaign, results }, asker);
  return { moved: null, query, families, campaign, where, results, map };
}

interface Asked {
  parameters: URLSearchParams;
  query: SearchQuery;
  where: SearchPlace;
  campaign: Campaign | null;
  asker: Eligibility | null;
}

/** A street never stays in an address; a town typed among the words is the place. */
async function movedTo(
  app: AppContext,
  { parameters, query, where, campaign, asker }: Asked,
): Promise<Record<string, string | null> | null> {
  if (where.kind === "address") return { lieu: where.label, lat: where.lat, lon: where.lon };
  if (!campaign) return null;
  const asWords = parameters.get("saisie");
  const town = await findTownInWords(app, query, { asWords, campaignId: campaign.id, asker });
  return town && { lieu: town.place, q: town.words, saisie: query.words };
}

/** The family that words which nothing holds mean, unless others are asked, or these words were asked as words. */
function familyOf({ words, family, sectors }: SearchQuery, parameters: URLSearchParams): string | null {
  if (!words || family || sectors.length > 0 || parameters.get("saisie") === words) return null;
  return familyMeant(words);
}
