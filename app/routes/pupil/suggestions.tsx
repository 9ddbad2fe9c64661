import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { SuggestionsOfTheDay } from "#app/ui/discovery/recommendations.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { suggest } from "./suggest.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.surprise ? "Surprends-moi : mes suggestions" : "Mes suggestions") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const surprise = new URL(args.request.url).searchParams.get("surprise") === "1";
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return { surprise, ...(await suggest(ctx, campaign, { surprise })) };
}

export default function Suggestions() {
  return (
    <Page>
      <PageHeader title="Mes suggestions" trail={[{ to: paths.pupil.home(), label: "Mon espace" }]} />
      <SuggestionsOfTheDay {...useLoaderData<typeof loader>()} />
    </Page>
  );
}
