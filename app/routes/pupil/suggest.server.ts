import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import {
  listRecommendations,
  type Recommendations,
} from "#app/domain/discovery/recommendations.queries.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";

/** The day's suggestions to who asks; none outside a campaign. */
export async function suggest(
  { app, db, clock, actor }: ActorRequest,
  campaign: Campaign | null,
  options: { limit?: number; surprise?: boolean } = {},
): Promise<Recommendations> {
  if (!campaign) return { placed: false, suggestions: [] };
  const source = { db, index: app.offerIndex.of(campaign.id) };
  return listRecommendations(source, { actor, campaign, at: clock.now(), ...options });
}
