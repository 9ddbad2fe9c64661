import { last } from "#app/kernel/last.ts";
import { Link } from "@remix-run/react";

import type { ApplicationChange } from "#app/domain/applications/application.ts";
import type { PupilApplicationDetail } from "#app/domain/applications/views/pupil-application.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";

/** An ending that the pupil did not choose: what it means and what to do now. */
export function EndedPanel({
  application,
}: {
  application: Pick<PupilApplicationDetail, "status" | "changes">;
}) {
  const told = endingOf(application.status, last(application.changes));
  if (!told) return null;
  return (
    <Notice tone={told.tone} title={told.title}>
      <p>
        {told.text} {told.help ? <Link to={paths.pupil.problem()}>Demander de l’aide</Link> : null}
        {told.help ? " · " : null}
        <Link to={paths.offersFromSchool()}>Chercher un autre stage</Link>
      </p>
    </Notice>
  );
}

interface Ending {
  tone: "info" | "warning";
  title: string;
  text: string;
  /** An adult of the school may be needed. */
  help?: true;
}

function endingOf(
  status: PupilApplicationDetail["status"],
  last: ApplicationChange | undefined,
): Ending | null {
  if (status === "withdrawn" && last?.by === "guardian")
    return {
      tone: "info",
      title: "Un de vos responsables légaux s’est opposé à cette candidature",
      text: "La candidature est retirée. L’employeur le sait, mais pas pourquoi. Parlez-en en famille, et avec votre équipe enseignante si vous en avez besoin.",
      help: true,
    };
  if (status === "cancelled")
    return {
      tone: "warning",
      title: "L’employeur a annulé cette place",
      text: "Vous n’y êtes pour rien. Ces dates sont de nouveau libres pour vous, et votre lycée est là pour vous aider à trouver autre chose.",
      help: true,
    };
  if (status === "closed")
    return {
      tone: "warning",
      title: "Cette structure ne propose plus de stage ici",
      text: "Nous avons retiré ses offres et clos votre candidature. Vous n’y êtes pour rien : ces dates sont de nouveau libres pour vous, et votre lettre peut servir pour une autre offre.",
      help: true,
    };
  if (status === "expired")
    return {
      tone: "info",
      title: "L’employeur n’a pas répondu à temps",
      text: "Cette candidature est terminée : vous pouvez en envoyer une autre. Ce silence ne dit rien de vous ni de votre lettre.",
    };
  if (status === "declined")
    return {
      tone: "info",
      title: "Cette candidature n’est pas retenue",
      text: "Un refus ne dit rien de votre valeur : il arrive à presque tout le monde. Votre lettre peut servir pour une autre offre.",
    };
  if (status === "transferred")
    return {
      tone: "info",
      title: "L’employeur a transmis votre candidature",
      text: "Elle continue avec une autre de ses offres : vous la trouverez dans vos candidatures, avec votre lettre.",
    };
  if (status === "lapsed")
    return {
      tone: "info",
      title: "Le délai pour confirmer est passé",
      text: "La place a été proposée à quelqu’un d’autre. Vous pouvez candidater de nouveau s’il en reste.",
    };
  return null;
}
