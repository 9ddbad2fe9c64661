import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import {
  canObject,
  type FollowedApplication,
  type SchoolContact,
} from "#app/domain/guardians/guardian-follow-up.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { ErrorSummary, errorLinks } from "../components/error-summary.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { guardianState } from "../messages/guardian.ts";
import { datesOf } from "../pupil/application-dates.ts";
import { typeset } from "#app/kernel/typography.ts";
import { guardianTrail } from "./followed-application-page.tsx";
import { SchoolContactList } from "./school-contact.tsx";

interface ObjectionPageProps {
  token: string;
  pupilFirstName: string;
  application: FollowedApplication;
  weeks: readonly InternshipWeek[];
  school: SchoolContact | null;
  /** The button was pressed, but someone else was faster. */
  refusal: Refusal | undefined;
}

/** What an objection brings about, said before it is made; nothing has changed until the button is pressed. */
export function ObjectionPage(props: ObjectionPageProps) {
  const { token, pupilFirstName, application, weeks, refusal } = props;
  const { id, title, organisation, town } = application;
  const possible = canObject(application);
  const state = guardianState(application, pupilFirstName);
  return (
    <Page narrow>
      <PageHeader
        title={possible ? "S’opposer à cette candidature ?" : "Il est trop tard pour s’opposer ici"}
        crumb="Opposition"
        trail={[
          ...guardianTrail(token, pupilFirstName),
          { to: paths.guardianApplication(token, id), label: "Candidature" },
        ]}
        lead={`${title} · ${organisation}, ${town}, ${datesOf(application, weeks)}`}
      />
      <ErrorSummary title="La situation a changé entre-temps" errors={errorLinks(refusal?.errors ?? {})} />
      {possible ? <Consequences {...props} /> : <TooLate {...props} now={state.now} />}
    </Page>
  );
}

function Consequences({ token, pupilFirstName, application }: ObjectionPageProps) {
  const back = paths.guardianApplication(token, application.id);
  return (
    <>
      <p>Si vous vous opposez&nbsp;:</p>
      <ul>
        <li>
          <strong>La candidature est retirée tout de suite.</strong>
          {application.status === "accepted" ? " La place gardée est rendue." : ""}
        </li>
        <li>{pupilFirstName}, la structure et le lycée sont prévenus. Vous n’avez pas à dire pourquoi.</li>
        <li>
          Vous aurez dix minutes pour revenir en arrière. {pupilFirstName} peut envoyer d’autres candidatures.
        </li>
      </ul>
      <SubmitForm action={paths.guardianObjection(token, application.id)}>
        <ButtonRow>
          <SubmitButton intent="object">Oui, je m’oppose</SubmitButton>
          <ButtonLink to={back} variant="secondary">
            Non, revenir
          </ButtonLink>
        </ButtonRow>
      </SubmitForm>
    </>
  );
}

function TooLate({ token, application, school, now }: ObjectionPageProps & { now: string }) {
  return (
    <>
      <p>{typeset(now)}</p>
      {application.status === "confirmed" && school ? (
        <>
          <p>
            Vous n’êtes pas d’accord avec ce stage&nbsp;? Appelez le lycée&nbsp;: il cherchera une solution
            avec vous.
          </p>
          <SchoolContactList school={school} />
        </>
      ) : (
        <p>Il n’y a plus rien à faire pour cette candidature.</p>
      )}
      <ButtonRow>
        <ButtonLink to={paths.guardianApplication(token, application.id)} variant="secondary">
          Revenir à la candidature
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
