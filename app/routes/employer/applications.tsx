import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  countApplicationsForHost,
  listApplicationsForHost,
} from "#app/domain/applications/views/applications.host-queries.server.ts";
import { isHostFilter, listedForHost } from "#app/domain/applications/views/host-application.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { paths } from "#app/paths.ts";
import { HOST_FILTER_LABELS, HostApplicationsPage } from "#app/ui/employer/host-applications-page.tsx";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { pageOf } from "#app/web/page-number.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Candidatures reçues", location.search, HOST_FILTER_LABELS)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireActor(args, "employer");
  const query = new URL(args.request.url).searchParams;
  const etat = query.get("etat");
  const filter = isHostFilter(etat) ? etat : null;
  const page = pageOf(query);
  const now = clock.now();
  const [found, counts, campaign] = await Promise.all([
    listApplicationsForHost(db, actor, { filter, page }),
    countApplicationsForHost(db, actor),
    getCurrentCampaign(db, now),
  ]);
  const more = { ...(filter ? { etat: filter } : {}), page: String(page + 1) };
  return {
    filter,
    counts,
    weeks: campaign?.weeks ?? [],
    applications: listedForHost(found.applications, now),
    nextPage: found.hasMore ? paths.employer.applications(more) : null,
  };
}

export default function Applications() {
  return <HostApplicationsPage {...useLoaderData<typeof loader>()} />;
}
