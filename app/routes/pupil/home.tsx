import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listApplicationsOfPupil } from "#app/domain/applications/applications.pupil-queries.server.ts";
import { boardOf } from "#app/domain/applications/pupil-application.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { PupilHelp } from "#app/ui/pupil/pupil-help.tsx";
import { PupilDashboard } from "#app/ui/pupil/pupil-dashboard.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon espace") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "pupil");
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    firstName: actor.firstName,
    weeks: campaign?.weeks ?? [],
    period: campaign ? { startsOn: campaign.startsOn, endsOn: campaign.endsOn } : null,
    applications: campaign ? await listApplicationsOfPupil(db, actor, campaign.id) : [],
  };
}

export default function PupilHome() {
  const { firstName, weeks, period, applications } = useLoaderData<typeof loader>();
  const lead = period
    ? `Le stage a lieu ${frenchPeriod(period.startsOn, period.endsOn)}.`
    : "Les dates du prochain stage ne sont pas encore annoncées.";
  return (
    <Page>
      <PageHeader title={`Bonjour ${firstName}`} crumb="Mon espace" lead={lead} />
      <PupilDashboard board={boardOf(applications)} weeks={weeks} applications={applications} />
      <PupilHelp />
    </Page>
  );
}
