import { Link } from "@remix-run/react";

import { awaitsHost } from "#app/domain/applications/application.ts";
import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { datesOf, untilText } from "./application-dates.ts";

interface ApplicationDoneProps {
  /** What has just been done, from the address; told only while the application is still in that state. */
  done: DoneCode<"pupilApplication">;
  application: PupilApplication;
  /** Whether there is an opinion of the pupil's on this placement. */
  opinionGiven: boolean;
  weeks: readonly InternshipWeek[];
}

/** Tells what the pupil has just done and what comes next. */
export function ApplicationDone({ done, application, opinionGiven, weeks }: ApplicationDoneProps) {
  const { status } = application;
  const waiting = awaitsHost(status);
  switch (done) {
    case "envoyee":
      return waiting ? <Sent title="Candidature envoyée" application={application} /> : null;
    case "deja-envoyee":
      return waiting ? <Sent title="Votre candidature est déjà envoyée" application={application} /> : null;
    case "confirmee":
      return status === "confirmed" ? <Confirmed application={application} weeks={weeks} /> : null;
    case "reprise":
      return waiting ? <Restored application={application} /> : null;
    case "retiree":
      return status === "withdrawn" ? <Withdrawn /> : null;
    case "avis":
      return opinionGiven ? <OpinionThanks /> : null;
  }
}

type Told = Pick<ApplicationDoneProps, "application">;

function Sent({ title, application: { organisation, deadlineAt } }: Told & { title: string }) {
  return (
    <Notice tone="success" title={title} live>
      <p>
        {organisation} a jusqu’au {deadlineAt ? untilText(deadlineAt) : ""} pour répondre. Un e-mail vous
        préviendra. En attendant, <Link to={paths.offersFromSchool()}>envoyez d’autres candidatures</Link>.
      </p>
    </Notice>
  );
}

function Confirmed({ application, weeks }: Pick<ApplicationDoneProps, "application" | "weeks">) {
  const { organisation, town, agreement } = application;
  return (
    <Notice tone="success" title="Votre stage est confirmé" live>
      <p>
        Rendez-vous {datesOf(application, weeks)} à {town}. Employeur&nbsp;: {organisation}. S’il vous restait
        d’autres candidatures aux mêmes dates, elles ont été retirées.
      </p>
      <p>
        Et maintenant&nbsp;? La convention est déjà préremplie&nbsp;: votre équipe enseignante la relit et la
        valide, puis elle sera signée par l’employeur, votre lycée et un de vos responsables légaux.{" "}
        {agreement ? <Link to={paths.pupil.agreement(agreement.id)}>Voir la convention</Link> : null}
      </p>
    </Notice>
  );
}

function Restored({ application: { organisation, deadlineAt } }: Told) {
  return (
    <Notice tone="success" title="Candidature reprise" live>
      <p>
        {organisation} la retrouve parmi celles qui attendent une réponse, jusqu’au{" "}
        {deadlineAt ? untilText(deadlineAt) : ""}.
      </p>
    </Notice>
  );
}

function Withdrawn() {
  return (
    <Notice tone="success" title="Candidature retirée" live>
      <p>
        L’employeur est prévenu. <Link to={paths.offersFromSchool()}>Chercher une autre offre</Link>
      </p>
    </Notice>
  );
}

function OpinionThanks() {
  return (
    <Notice tone="success" title="Merci, votre avis est enregistré" live>
      <p>Vos réponses ne servent qu’à des statistiques, sans votre nom.</p>
    </Notice>
  );
}
