import { Link } from "@remix-run/react";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import {
  canObject,
  type FollowedApplicationDetail,
  type SchoolContact,
} from "#app/domain/guardians/guardian-follow-up.ts";
import { isLive, type ApplicationChange } from "#app/domain/applications/application.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { Page, PageHeader } from "../components/page-header.tsx";
import { Notice } from "../components/notice.tsx";
import { TakeBackForm } from "../components/take-back-form.tsx";
import { Timeline, type TimelineStep } from "../components/timeline.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { applicationStep } from "../messages/application-steps.ts";
import { applicationStatusLabel } from "../messages/applications.ts";
import { guardianState } from "../messages/guardian.ts";
import { typeset } from "#app/kernel/typography.ts";
import { LetterSection, type OpenLetter } from "./letter-section.tsx";
import { PlacementFacts } from "./placement-facts.tsx";
import { SchoolContactList } from "./school-contact.tsx";

interface FollowedApplicationPageProps {
  token: string;
  pupilFirstName: string;
  application: FollowedApplicationDetail;
  weeks: readonly InternshipWeek[];
  school: SchoolContact | null;
  letter: OpenLetter | null;
  /** Until when this reader can take their own objection back. */
  takeBackUntil: Date | null;
  /** What was just done, from the address. */
  done: DoneCode<"guardianApplication"> | null;
}

/** One application for a parent: what happens, the facts, the letter by code, the right to object. */
export function FollowedApplicationPage(props: FollowedApplicationPageProps) {
  const { token, pupilFirstName, application, weeks, school, letter, takeBackUntil, done } = props;
  const label = applicationStatusLabel(application.status, "guardian");
  const { now, next } = guardianState(application, pupilFirstName);
  return (
    <Page narrow>
      <PageHeader
        title={application.title}
        crumb="Candidature"
        trail={guardianTrail(token, pupilFirstName)}
        lead={`${application.organisation} · ${application.town}`}
        aside={
          <StatusBadge tone={label.tone} small={false}>
            {label.text}
          </StatusBadge>
        }
      />
      {done ? (
        <FollowedApplicationDone done={done} application={application} pupilFirstName={pupilFirstName} />
      ) : null}
      <TakeBackForm
        until={takeBackUntil}
        intent="take_back"
        label="Annuler mon opposition"
        action={paths.guardianObjection(token, application.id)}
      >
        La candidature continue, et les personnes prévenues le savent.
      </TakeBackForm>
      <section aria-labelledby="suivi">
        <h2 id="suivi">Où en est la candidature</h2>
        <p>{typeset(now)}</p>
        <p>{typeset(next)}</p>
        <Timeline steps={application.changes.map(pastStep)} label="Étapes de la candidature" />
      </section>
      <section aria-labelledby="stage">
        <h2 id="stage">Le stage</h2>
        <PlacementFacts application={application} weeks={weeks} />
      </section>
      <LetterSection
        applicationId={application.id}
        token={token}
        pupilFirstName={pupilFirstName}
        letter={letter}
      />
      <Disagreement token={token} application={application} school={school} pupilFirstName={pupilFirstName} />
    </Page>
  );
}

function pastStep(change: ApplicationChange): TimelineStep {
  return { ...applicationStep(change, "guardian"), date: frenchDateTime(change.at), state: "done" };
}

/** The way up, for the breadcrumbs of the pages of one link. */
export function guardianTrail(token: string, pupilFirstName: string) {
  return [{ to: paths.guardianFollowUp(token), label: `Le stage ${ofName(pupilFirstName)}` }];
}

interface ApplicationDoneProps extends Pick<FollowedApplicationPageProps, "pupilFirstName"> {
  done: DoneCode<"guardianApplication">;
  application: Pick<FollowedApplicationDetail, "status" | "objected">;
}

/** Tells what was just done, while it still holds. */
export function FollowedApplicationDone({ done, application, pupilFirstName }: ApplicationDoneProps) {
  switch (done) {
    case "opposition":
      return application.status === "withdrawn" ? (
        <Notice tone="success" title="La candidature est retirée" live>
          <p>
            {application.objected
              ? `Votre opposition est enregistrée. ${pupilFirstName}, la structure et le lycée sont prévenus. Vous n’avez plus rien à faire.`
              : `${pupilFirstName} l’avait déjà retirée. Vous n’avez plus rien à faire.`}
          </p>
        </Notice>
      ) : null;
    case "opposition-annulee":
      return isLive(application.status) ? (
        <Notice tone="success" title="Votre opposition est annulée" live>
          <p>La candidature continue. {pupilFirstName}, la structure et le lycée sont prévenus.</p>
        </Notice>
      ) : null;
    case "fermee":
      return <Notice tone="success" title="La lettre est fermée sur cet appareil" live />;
  }
}

function Disagreement({
  token,
  application,
  school,
  pupilFirstName,
}: Pick<FollowedApplicationPageProps, "token" | "application" | "school" | "pupilFirstName">) {
  if (canObject(application))
    return (
      <section aria-labelledby="desaccord">
        <h2 id="desaccord">Vous n’êtes pas d’accord&nbsp;?</h2>
        <p>
          Parlez-en d’abord avec {pupilFirstName}. Vous pouvez ensuite vous opposer&nbsp;: la candidature sera
          retirée.
        </p>
        <p>
          <Link to={paths.guardianObjection(token, application.id)}>Je m’oppose à cette candidature</Link>
        </p>
      </section>
    );
  if (application.status !== "confirmed" || !school) return null;
  return (
    <section aria-labelledby="desaccord">
      <h2 id="desaccord">Une question, un désaccord&nbsp;? Appelez le lycée</h2>
      <p>Le stage est confirmé&nbsp;: seul le lycée peut maintenant le changer avec vous.</p>
      <SchoolContactList school={school} />
    </section>
  );
}
