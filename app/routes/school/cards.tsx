import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listClassBoards } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { CardsPage } from "#app/ui/school/cards/cards-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Cartes d’activation") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireSchool(args);
  const campaign = await getCurrentCampaign(db, clock.now());
  const classes = campaign ? await listClassBoards(db, actor, campaign) : [];
  return {
    classes: classes.map(({ id, name, expected, pupils, activated }) => ({
      id,
      name,
      expected,
      pupils,
      activated,
    })),
  };
}

export default function Cards() {
  return <CardsPage {...useLoaderData<typeof loader>()} />;
}
