import { Link } from "@remix-run/react";

import {
  releasedBy,
  type PupilApplication,
  type PupilBoard,
} from "#app/domain/applications/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { datesOf, deadlineText } from "./application-dates.ts";
import { ApplicationList } from "./application-list.tsx";
import { ConfirmForm } from "./confirm-form.tsx";

interface PupilDashboardProps {
  board: PupilBoard;
  weeks: readonly InternshipWeek[];
  applications: readonly PupilApplication[];
}

/** What to do now comes first: confirm, then wait or search, then what is settled. */
export function PupilDashboard({ board, weeks, applications }: PupilDashboardProps) {
  const { toConfirm, waiting, confirmed, drafts, ended } = board;
  const settled = new Set(confirmed.flatMap((application) => application.weeks));
  const freeWeeks = weeks.filter(({ week }) => !settled.has(week));
  return (
    <>
      {toConfirm.length > 0 ? (
        <section className="pupil-part" aria-labelledby="a-confirmer">
          <h2 id="a-confirmer">À confirmer maintenant</h2>
          <ul className="application-list">
            {toConfirm.map((application) => (
              <ToConfirm key={application.id} {...{ application, weeks, applications }} />
            ))}
          </ul>
        </section>
      ) : null}
      {confirmed.length > 0 ? (
        <section className="pupil-part" aria-labelledby="mes-stages">
          <h2 id="mes-stages">{confirmed.length > 1 ? "Mes stages" : "Mon stage"}</h2>
          <ul className="application-list">
            {confirmed.map((application) => (
              <Placement key={application.id} {...{ application, weeks }} />
            ))}
          </ul>
        </section>
      ) : null}
      {freeWeeks.length > 0 ? <Search weeks={weeks} freeWeeks={freeWeeks} waiting={waiting.length} /> : null}
      <Part id="en-attente" title="En attente de réponse" {...{ applications: waiting, weeks }} />
      <Part id="brouillons" title="Mes brouillons" {...{ applications: drafts, weeks }} />
      {ended.length > 0 ? (
        <p>
          <Link to={paths.pupil.applications()}>Voir toutes mes candidatures</Link>, y compris celles qui sont
          terminées.
        </p>
      ) : null}
    </>
  );
}

function Part({
  id,
  title,
  applications,
  weeks,
}: {
  id: string;
  title: string;
  applications: PupilApplication[];
  weeks: readonly InternshipWeek[];
}) {
  if (applications.length === 0) return null;
  return (
    <section className="pupil-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ApplicationList applications={applications} weeks={weeks} headingLevel={3} />
    </section>
  );
}

function ToConfirm({
  application,
  weeks,
  applications,
}: {
  application: PupilApplication;
  weeks: readonly InternshipWeek[];
  applications: readonly PupilApplication[];
}) {
  const { id, title, organisation, town, deadlineAt } = application;
  return (
    <li className="application-list__item application-list__item--pressing">
      <h3 className="application-list__title">
        <Link to={paths.pupil.application(id)}>{title}</Link>
      </h3>
      <p>
        <strong>{organisation}</strong>, à {town}, vous accepte {datesOf(application, weeks)}.
        {deadlineAt ? ` La place vous est gardée jusqu’au ${deadlineText(deadlineAt)}.` : ""}
      </p>
      <ConfirmForm application={application} released={releasedBy(application, applications).length} />
    </li>
  );
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
        {organisation}, à {town}, {datesOf(application, weeks)}.
      </p>
      {agreement ? (
        <p>
          {agreement.validated
            ? "La convention est validée par votre équipe enseignante. Prochaine étape\u00a0: les signatures."
            : "La convention est en préparation. Prochaine étape\u00a0: votre équipe enseignante la valide."}{" "}
          <Link to={paths.pupil.agreement(agreement.id)}>Voir la convention</Link>
        </p>
      ) : null}
    </li>
  );
}

function Search({
  weeks,
  freeWeeks,
  waiting,
}: {
  weeks: readonly InternshipWeek[];
  freeWeeks: readonly InternshipWeek[];
  waiting: number;
}) {
  const [only] = freeWeeks;
  const partial = freeWeeks.length < weeks.length && only;
  return (
    <section className="pupil-part" aria-labelledby="chercher">
      <h2 id="chercher">{partial ? `Il vous reste la semaine ${only.week}` : "Trouver un stage"}</h2>
      <p>
        {waiting > 0
          ? "En attendant les réponses, continuez à candidater\u00a0: c’est en envoyant plusieurs candidatures que l’on trouve."
          : "Cherchez près de chez vous ou du lycée, puis envoyez quelques candidatures\u00a0: une page suffit."}
      </p>
      <ButtonRow>
        <ButtonLink
          to={paths.offers(partial ? { periode: `semaine-${only.week}` } : {})}
          icon="fr-icon-search-line"
        >
          Chercher un stage
        </ButtonLink>
      </ButtonRow>
    </section>
  );
}
