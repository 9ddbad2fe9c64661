import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listApplicationsOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { groupApplications } from "#app/ui/pupil/application-groups.ts";
import { ApplicationList } from "#app/ui/pupil/application-list.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mes candidatures") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "pupil");
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    weeks: campaign?.weeks ?? [],
    applications: campaign ? await listApplicationsOfPupil(db, actor, campaign.id) : [],
  };
}

export default function Applications() {
  const { weeks, applications } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title="Mes candidatures" trail={[{ to: paths.pupil.home(), label: "Mon espace" }]} />
      {applications.length > 0 ? (
        groupApplications(applications).map((group) => (
          <section key={group.title}>
            <h2>{group.title}</h2>
            <ApplicationList applications={group.applications} weeks={weeks} />
          </section>
        ))
      ) : (
        <EmptyState
          title="Vous n’avez pas encore candidaté"
          suggestions={[{ to: paths.offersFromSchool(), label: "Chercher un stage" }]}
        >
          <p>Vos candidatures et vos brouillons apparaîtront ici.</p>
        </EmptyState>
      )}
    </Page>
  );
}
