import { getBoard } from "#app/domain/follow-up/board/board.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";

/** The board as this person reads it now. */
export async function boardOf({ db, clock, actor }: ActorContext) {
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) throw new Error("No campaign");
  return getBoard(db, actor, { campaign, now });
}
