import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import {
  countOpenHelpRequests,
  listHandledHelpRequests,
  listOpenHelpRequests,
} from "#app/domain/help/help.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { HelpRequestsPage } from "#app/ui/school/help/help-requests-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Demandes d’aide") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("classe") ?? undefined;
  const which = { classGroupId: isId(asked) ? asked : undefined };
  const closed = query.get("etat") === "closes";
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    classes: campaign ? await countOpenHelpRequests(db, actor, campaign) : [],
    current: which.classGroupId ?? null,
    open: closed ? [] : await listOpenHelpRequests(db, actor, which),
    closed: closed ? await listHandledHelpRequests(db, actor, which) : null,
  };
}

export default function HelpRequests() {
  return <HelpRequestsPage {...useLoaderData<typeof loader>()} />;
}
