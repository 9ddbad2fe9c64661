import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listHostedAgreements } from "#app/domain/agreements/agreements.queries.server.ts";
import { paths } from "#app/paths.ts";
import { AgreementList } from "#app/ui/agreements/agreement-list.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { employerTrail } from "#app/ui/employer/employer-trail.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Conventions", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const cursor = new URL(args.request.url).searchParams.get("curseur");
  const { agreements, nextCursor } = await listHostedAgreements(ctx.db, ctx.actor, { cursor });
  return { agreements, nextCursor, isFirstPage: cursor === null, now: ctx.clock.now() };
}

export default function EmployerAgreements() {
  const { agreements, nextCursor, isFirstPage, now } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title="Conventions"
        trail={employerTrail}
        lead="Celles que vous avez à compléter viennent en premier."
      />
      {agreements.length > 0 ? (
        <AgreementList
          agreements={agreements}
          reader="host"
          pathOf={(id) => paths.employer.agreement(id)}
          now={now}
        />
      ) : (
        <EmptyState
          title="Aucune convention pour le moment"
          suggestions={[{ to: paths.employer.applications(), label: "Voir les candidatures reçues" }]}
        >
          <p>Une convention apparaît dès qu’un élève que vous avez accepté confirme son stage.</p>
        </EmptyState>
      )}
      <NextPageLink
        to={nextCursor ? paths.employer.agreements({ curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.employer.agreements()}
      />
    </Page>
  );
}
