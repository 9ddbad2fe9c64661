import { Link } from "@remix-run/react";

import type { PupilApplication, PupilBoard } from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { StatusBadge } from "../components/status-badge.tsx";
import { datesOf } from "./application-dates.ts";
import { ApplicationList } from "./application-list.tsx";

interface BoardProps {
  board: PupilBoard;
  weeks: readonly InternshipWeek[];
}

/** "2 candidatures en attente · 1 acceptée, à confirmer · 1 stage confirmé" */
function boardSummary({ toConfirm, waiting, confirmed, drafts }: PupilBoard): string {
  const parts = [
    waiting.length > 0 ? `${plural(waiting.length, "candidature")} en attente de réponse` : "",
    toConfirm.length > 0 ? `${plural(toConfirm.length, "place")} à confirmer` : "",
    confirmed.length > 0 ? plural(confirmed.length, "stage confirmé", "stages confirmés") : "",
    drafts.length > 0 ? plural(drafts.length, "brouillon") : "",
  ].filter(Boolean);
  return parts.join(" · ");
}

/** What is settled, and what is waited for. */
export function PupilApplications({ board, weeks }: BoardProps) {
  const { confirmed, waiting, ended } = board;
  const summary = boardSummary(board);
  return (
    <>
      {confirmed.length > 0 ? (
        <section className="pupil-part" aria-labelledby="mes-stages">
          <h2 id="mes-stages">{confirmed.length > 1 ? "Mes stages" : "Mon stage"}</h2>
          <ul className="application-list">
            {confirmed.map((application) => (
              <Placement key={application.id} application={application} weeks={weeks} />
            ))}
          </ul>
        </section>
      ) : null}
      {summary || ended.length > 0 ? (
        <section className="pupil-part" aria-labelledby="mes-candidatures">
          <h2 id="mes-candidatures">Mes candidatures</h2>
          {summary ? <p>{summary}.</p> : null}
          {waiting.length > 0 ? <ApplicationList applications={waiting} weeks={weeks} /> : null}
          <p>
            <Link to={paths.pupil.applications()}>Voir toutes mes candidatures</Link>
          </p>
        </section>
      ) : null}
    </>
  );
}

/** Two internships of a week each are told apart at a glance. */
function weeksText({ weeks: [first, ...others] }: PupilApplication): string {
  return others.length > 0 ? "Les deux semaines" : `Semaine ${first}`;
}

function Placement({
  application,
  weeks,
}: {
  application: PupilApplication;
  weeks: readonly InternshipWeek[];
}) {
  const { id, title, organisation, town, agreement } = application;
  return (
    <li className="application-list__item">
      <h3 className="application-list__title">
        <Link to={paths.pupil.application(id)}>{title}</Link>
      </h3>
      <p>
        {organisation}, à {town}, {datesOf(application, weeks)}.{" "}
        <StatusBadge tone="neutral">{weeksText(application)}</StatusBadge>
      </p>
      {agreement ? (
        <p>
          {agreement.validated
            ? "La convention est validée par votre équipe enseignante. Prochaine étape\u00a0: les signatures."
            : "La convention est en préparation. Prochaine étape\u00a0: votre équipe enseignante la valide."}{" "}
          <Link to={paths.pupil.agreement(agreement.id)}>Voir la convention</Link> ·{" "}
          <Link to={paths.pupil.stay(agreement.id)}>Mon stage, jour après jour</Link>
        </p>
      ) : null}
    </li>
  );
}

/** Favourites, and where to turn to: one link each. */
export function PupilShortcuts({ favourites }: { favourites: number }) {
  return (
    <nav className="pupil-shortcuts" aria-label="Mon espace">
      <ul>
        <li>
          <Link to={paths.pupil.favourites()}>Mes favoris{favourites > 0 ? ` (${favourites})` : ""}</Link>
        </li>
        <li>
          <Link to={paths.pupil.alerts()}>Mes alertes</Link>
        </li>
        <li>
          <Link to={paths.pupil.applications()}>Mes candidatures</Link>
        </li>
        <li>
          <Link to={paths.pupil.found()}>J’ai trouvé ailleurs</Link>
        </li>
        <li>
          <Link to={paths.pupil.problem()}>J’ai un problème</Link>
        </li>
      </ul>
    </nav>
  );
}
