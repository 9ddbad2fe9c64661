import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listFollowedClasses } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { CardsPage } from "#app/ui/school/cards/cards-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Cartes d’activation") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireSchool(args);
  const campaign = await getCurrentCampaign(db, clock.now());
  return { classes: campaign ? await listFollowedClasses(db, actor, campaign.schoolYear) : [] };
}

export default function Cards() {
  return <CardsPage {...useLoaderData<typeof loader>()} />;
}
