import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import {
  countFollowedAgreements,
  listFollowedAgreements,
} from "#app/domain/agreements/agreements.queries.server.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { AGREEMENT_STATUSES } from "#app/domain/agreements/agreement.ts";
import { paths } from "#app/paths.ts";
import { AgreementList } from "#app/ui/agreements/agreement-list.tsx";
import { STATE_SLUGS, statusOfSlug } from "#app/ui/agreements/state-slugs.ts";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { agreementStatusLabel } from "#app/ui/messages/agreements.ts";
import { schoolTrail } from "#app/ui/school/school-trail.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { requireSchool } from "../agreements/agreement-request.server.ts";

const STATE_NAMES = Object.fromEntries(
  AGREEMENT_STATUSES.map((status) => [STATE_SLUGS[status], agreementStatusLabel(status, "school").text]),
);

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Conventions", location.search, STATE_NAMES)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const status = statusOfSlug(query.get("etat"));
  const cursor = query.get("curseur");
  return {
    ...(await listFollowedAgreements(ctx.db, ctx.actor, { status, cursor })),
    now: ctx.clock.now(),
    counts: await countFollowedAgreements(ctx.db, ctx.actor),
    status,
    reader: hasRole(ctx.actor, "teacher") ? ("school" as const) : ("office" as const),
    isFirstPage: cursor === null,
  };
}

export default function SchoolAgreements() {
  const { agreements, nextCursor, counts, status, reader, now, isFirstPage } = useLoaderData<typeof loader>();
  const filter = status ? { etat: STATE_SLUGS[status] } : {};
  return (
    <Page>
      <PageHeader
        title="Conventions"
        trail={schoolTrail}
        lead={
          reader === "school"
            ? "Celles à valider viennent en premier."
            : "Celles qui attendent les professeurs viennent en premier."
        }
      />
      <StateLinks counts={counts} current={status} reader={reader} />
      {agreements.length > 0 ? (
        <AgreementList agreements={agreements} reader={reader} pathOf={paths.school.agreement} now={now} />
      ) : (
        <EmptyState
          title="Aucune convention ici"
          suggestions={
            status ? [{ to: paths.school.agreements(), label: "Voir toutes les conventions" }] : []
          }
        >
          <p>Une convention apparaît dès qu’un élève a confirmé son stage.</p>
        </EmptyState>
      )}
      <NextPageLink
        to={nextCursor ? paths.school.agreements({ ...filter, curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.school.agreements(filter)}
      />
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function StateLinks(props: {
  counts: Loaded["counts"];
  current: Loaded["status"];
  reader: Loaded["reader"];
}) {
  const { counts, current, reader } = props;
  const all = AGREEMENT_STATUSES.reduce((total, status) => total + (counts[status] ?? 0), 0);
  const states = AGREEMENT_STATUSES.filter((status) => status === current || (counts[status] ?? 0) > 0);
  return (
    <nav aria-label="Filtrer par état">
      <ul className="state-links">
        <li>
          <Link className="fr-tag" to={paths.school.agreements()} aria-current={current ? undefined : "page"}>
            Toutes ({all})
          </Link>
        </li>
        {states.map((status) => (
          <li key={status}>
            <Link
              className="fr-tag"
              to={paths.school.agreements({ etat: STATE_SLUGS[status] })}
              aria-current={status === current ? "page" : undefined}
            >
              {agreementStatusLabel(status, reader).text} ({counts[status] ?? 0})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
