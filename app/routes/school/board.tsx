import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFollowedAgreements } from "#app/domain/agreements/agreements.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listClassBoards, listOwnSchools } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { SchoolBoardPage } from "#app/ui/school/school-board-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon établissement") }];

const SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return {
    schools: await listOwnSchools(ctx),
    period: campaign && { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
    classes: campaign ? await listClassBoards(ctx, campaign) : [],
    toValidate: (await listFollowedAgreements(ctx, { status: "completed", limit: SHOWN })).agreements,
  };
}

export default function SchoolBoard() {
  return <SchoolBoardPage {...useLoaderData<typeof loader>()} />;
}
