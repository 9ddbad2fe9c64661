import { expect, vi } from "vitest";
import { openLiveIndex, type LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";

/** An index that follows a test's database, once it holds so many offers of the campaign: to close after the tests. */
export async function followOffers(url: string, campaignId: string, offers = 0): Promise<LiveIndex> {
  const live = openLiveIndex({
    url,
    onError: (error) => {
      throw error;
    },
  });
  await vi.waitFor(() => expect(live.of(campaignId)?.slots.count).toBeGreaterThanOrEqual(offers));
  return live;
}
