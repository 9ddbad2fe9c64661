import { Link } from "@remix-run/react";
import type { ClassInNeed, HandledHelpRequest, OpenHelpRequest } from "#app/domain/help/help-request.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { schoolTrail } from "../school-trail.ts";
import { RequestHead } from "./request-head.tsx";

interface HelpRequestsPageProps {
  /** Classes where someone waits. */
  classes: readonly ClassInNeed[];
  /** The class whose requests are shown; null for all. */
  current: string | null;
  open: readonly OpenHelpRequest[];
  /** Null while those that wait are shown. */
  closed: readonly HandledHelpRequest[] | null;
}

/** Every request for help that the reader may read: those that wait, the urgent ones first, or those that were closed. */
export function HelpRequestsPage({ classes, current, open, closed }: HelpRequestsPageProps) {
  const shown = closed ?? open;
  return (
    <Page>
      <PageHeader
        title="Demandes d’aide"
        trail={schoolTrail}
        lead={
          closed ? "Celles qui sont closes, les dernières d’abord." : "Les plus urgentes viennent en premier."
        }
      />
      <Filters classes={classes} current={current} closed={closed !== null} />
      {shown.length > 0 ? (
        <ul className="application-list">
          {shown.map((request) => (
            <li
              className={`application-list__item${closed ? "" : " application-list__item--pressing"}`}
              key={request.id}
            >
              <RequestHead request={request} level={2} showsClass />
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={closed ? "Aucune demande close" : "Aucune demande n’attend"}>
          <p>
            Une demande arrive ici dès qu’un ou une élève de vos classes clique sur « J’ai un problème ».
            Celles qui s’adressent à une seule personne ne sont visibles que d’elle.
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

function Filters({
  classes,
  current,
  closed,
}: Pick<HelpRequestsPageProps, "classes" | "current"> & { closed: boolean }) {
  const classe = current ?? undefined;
  const states = [
    { label: "En attente", to: paths.school.helpRequests({ classe }), here: !closed },
    { label: "Closes", to: paths.school.helpRequests({ etat: "closes", classe }), here: closed },
  ];
  const etat = closed ? "closes" : undefined;
  const places = [
    { label: "Toutes mes classes", to: paths.school.helpRequests({ etat }), here: current === null },
    ...classes.map(({ classGroupId, className, total }) => ({
      label: `${className} (${total})`,
      to: paths.school.helpRequests({ etat, classe: classGroupId }),
      here: classGroupId === current,
    })),
  ];
  return (
    <>
      <Tags label="Filtrer par état" tags={states} />
      <Tags label="Filtrer par classe" tags={places} />
    </>
  );
}

function Tags({
  label,
  tags,
}: {
  label: string;
  tags: readonly { label: string; to: string; here: boolean }[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="state-links">
        {tags.map((tag) => (
          <li key={tag.to}>
            <Link className="fr-tag" to={tag.to} aria-current={tag.here ? "page" : undefined}>
              {tag.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
