import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listFamiliesWithOffers } from "#app/domain/search/families-with-offers.queries.server.ts";
import { HomePage } from "#app/ui/home/home-page.tsx";
import { appOf } from "#app/web/app-of.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, offerIndex } = appOf(args);
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    campaign: campaign && { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
    families: campaign
      ? await listFamiliesWithOffers({ db, index: offerIndex.of(campaign.id) }, campaign.id)
      : [],
  };
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
