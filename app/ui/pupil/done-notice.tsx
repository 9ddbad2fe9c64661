import { Link } from "@remix-run/react";

import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { datesOf, deadlineText } from "./application-dates.ts";

interface DoneNoticeProps {
  /** What has just been done, from the address; told only while the application is still in that state. */
  done: string | null;
  application: PupilApplication;
  weeks: readonly InternshipWeek[];
}

/** Tells what the pupil has just done and what comes next. */
export function DoneNotice({ done, application, weeks }: DoneNoticeProps) {
  const { status, organisation, town, deadlineAt, agreement } = application;
  const waiting = status === "submitted" || status === "seen";
  if ((done === "envoyee" || done === "deja-envoyee") && waiting)
    return (
      <Notice
        tone="success"
        title={done === "envoyee" ? "Candidature envoyée" : "Votre candidature est déjà envoyée"}
        live
      >
        <p>
          {organisation} a jusqu’au {deadlineAt ? deadlineText(deadlineAt) : ""} pour répondre. Un e-mail vous
          préviendra. En attendant, <Link to={paths.offers()}>envoyez d’autres candidatures</Link>.
        </p>
      </Notice>
    );
  if (done === "confirmee" && status === "confirmed")
    return (
      <Notice tone="success" title="Votre stage est confirmé" live>
        <p>
          Rendez-vous {datesOf(application, weeks)} chez {organisation}, à {town}. S’il vous restait d’autres
          candidatures aux mêmes dates, elles ont été retirées.
        </p>
        <p>
          Et maintenant&nbsp;? La convention est déjà préremplie&nbsp;: votre équipe enseignante la relit et
          la valide, puis elle sera signée par l’employeur, votre lycée et un de vos responsables légaux.{" "}
          {agreement ? <Link to={paths.pupil.agreement(agreement.id)}>Voir la convention</Link> : null}
        </p>
      </Notice>
    );
  if (done === "reprise" && waiting)
    return (
      <Notice tone="success" title="Candidature reprise" live>
        <p>
          {organisation} la retrouve parmi celles qui attendent une réponse, jusqu’au{" "}
          {deadlineAt ? deadlineText(deadlineAt) : ""}.
        </p>
      </Notice>
    );
  if (done === "retiree" && status === "withdrawn")
    return (
      <Notice tone="success" title="Candidature retirée" live>
        <p>
          L’employeur est prévenu. <Link to={paths.offers()}>Chercher une autre offre</Link>
        </p>
      </Notice>
    );
  return null;
}
