import type { PresenceOfDay } from "#app/domain/follow-up/presence/presence.ts";
import type { SkillGrid } from "#app/domain/follow-up/skills/skills.ts";
import type { SupervisorVisit } from "#app/domain/follow-up/supervisor/supervisor-visit.ts";
import { frenchDate, frenchPeriod } from "#app/kernel/calendar-date.ts";
import { ofName } from "#app/kernel/text.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonRow } from "../components/button-link.tsx";
import { ContactText } from "../components/contact-text.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { ReviewSection } from "./review-section.tsx";
import { reportText } from "../messages/follow-up/presence.ts";

interface VisitPageProps {
  token: string;
  visit: SupervisorVisit;
  known: PresenceOfDay;
  grid: SkillGrid;
  done: DoneCode<"supervisorVisit"> | null;
  refusal: Refusal | undefined;
}

/** For whoever receives a pupil, without account: is all well today, and whom to call when it is not. */
export function VisitPage({ token, visit, known, grid, done, refusal }: VisitPageProps) {
  const { pupilFirstName, hostName, startsOn, endsOn } = visit;
  return (
    <Page narrow>
      <PageHeader
        title={`Le stage ${ofName(pupilFirstName)} chez vous`}
        lead={`${hostName}, ${frenchPeriod(startsOn, endsOn)}. Aucun compte n’est nécessaire.`}
      />
      <DoneNotice page="supervisorVisit" done={done} />
      <RefusalNotice refusal={refusal} />
      <section aria-labelledby="aujourd-hui">
        <h2 id="aujourd-hui">Aujourd’hui</h2>
        {visit.expectedToday ? (
          <Today token={token} pupilFirstName={pupilFirstName} known={known} />
        ) : (
          <p>{notExpectedText(visit)}</p>
        )}
      </section>
      <ReviewSection token={token} visit={visit} grid={grid} refusal={refusal} />
      <SchoolContact visit={visit} />
    </Page>
  );
}

function notExpectedText({ pupilFirstName, today, startsOn, endsOn }: SupervisorVisit): string {
  if (today < startsOn)
    return `Le stage commence le ${frenchDate(startsOn, { weekday: true })}. Gardez ce lien : vous y direz ce jour-là si ${pupilFirstName} est bien là.`;
  if (today > endsOn) return "Le stage est terminé. Merci de votre accueil !";
  return `${pupilFirstName} n’est pas chez vous aujourd’hui, d’après la convention.`;
}

function Today({
  token,
  pupilFirstName,
  known,
}: Pick<VisitPageProps, "token" | "known"> & { pupilFirstName: string }) {
  const { presence, accident } = known;
  return (
    <>
      {presence ? (
        <p>
          <strong>
            {presence.kind === "arrived"
              ? `${pupilFirstName} est sur place.`
              : `${pupilFirstName} n’est pas sur place.`}
          </strong>{" "}
          {reportText(presence)}.
        </p>
      ) : (
        <p>{`Dites-nous si ${pupilFirstName} est bien là : un clic suffit.`}</p>
      )}
      <SubmitForm action={paths.supervisor.visit(token)}>
        <ButtonRow>
          {presence?.kind === "arrived" ? null : (
            <SubmitButton intent="arrived" size="lg">
              {`Oui, ${pupilFirstName} est là`}
            </SubmitButton>
          )}
          {presence?.kind === "absent" ? null : (
            <SubmitButton intent="absent" variant="secondary" size="lg">
              {`Non, ${pupilFirstName} n’est pas là`}
            </SubmitButton>
          )}
        </ButtonRow>
        <p className="fr-hint-text">Une absence est dite aussitôt au lycée et à la famille.</p>
        {accident ? (
          <Notice tone="warning" title="Un accident est signalé" level={3}>
            <p>{reportText(accident)}. Le lycée et la famille sont prévenus.</p>
            <SubmitButton intent="no_accident" variant="secondary">
              C’était une erreur
            </SubmitButton>
          </Notice>
        ) : (
          <Disclosure title="Un accident ?">
            <p>
              En cas d’urgence, appelez d’abord le <a href="tel:15">15</a> ou le <a href="tel:112">112</a>,
              puis le lycée. Le bouton ci-dessous prévient au même instant la direction, l’équipe et la
              famille. Ne décrivez rien ici&nbsp;: cela se dit de vive voix. La déclaration se fait le jour
              même avec le lycée.
            </p>
            <SubmitButton intent="accident" variant="secondary">
              Signaler un accident
            </SubmitButton>
          </Disclosure>
        )}
      </SubmitForm>
    </>
  );
}

function SchoolContact({ visit: { schoolName, schoolPhone } }: { visit: SupervisorVisit }) {
  return (
    <section aria-labelledby="lycee">
      <h2 id="lycee">Le lycée</h2>
      <p>
        {schoolName}
        {schoolPhone ? (
          <>
            {" "}
            · <ContactText text={schoolPhone} />
          </>
        ) : null}
      </p>
    </section>
  );
}
