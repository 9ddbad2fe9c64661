import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import type { NextStep } from "#app/domain/applications/views/pupil-agenda.ts";
import type { PupilApplication } from "#app/domain/applications/views/pupil-application.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { typeset } from "#app/kernel/typography.ts";
import { datesOf, deadlineText } from "./application-dates.ts";

interface NextStepsProps {
  steps: readonly NextStep[];
  weeks: readonly InternshipWeek[];
}

/** What to do now, one card a thing, the most pressing first and marked. */
export function NextSteps({ steps, weeks }: NextStepsProps) {
  return (
    <section className="pupil-part" aria-labelledby="a-faire">
      <h2 id="a-faire">À faire maintenant</h2>
      {steps.length === 0 ? (
        <p>Rien pour l’instant&nbsp;: tout est en ordre. Un message vous préviendra de la suite.</p>
      ) : (
        <ol className="application-list">
          {steps.map((step) => (
            <StepCard key={keyOf(step)} step={step} weeks={weeks} />
          ))}
        </ol>
      )}
    </section>
  );
}

function keyOf(step: NextStep): string {
  return "application" in step ? `${step.kind}-${step.application.id}` : step.kind;
}

function StepCard({ step, weeks }: { step: NextStep } & Omit<NextStepsProps, "steps">) {
  switch (step.kind) {
    case "confirm":
      return <ConfirmCard application={step.application} weeks={weeks} />;
    case "prepare":
      return <PrepareCard application={step.application} startsOn={step.startsOn} />;
    case "finish_draft":
      return (
        <Card title={`Terminer votre lettre pour ${step.application.organisation}`}>
          <p>«&nbsp;{step.application.title}&nbsp;»&nbsp;: votre brouillon vous attend.</p>
          <ButtonLink to={paths.apply(step.application.offerId)} variant="secondary">
            Reprendre mon brouillon
          </ButtonLink>
        </Card>
      );
    case "look_again":
      return (
        <Card title="Une place s’est libérée">
          <p>{plural(step.favourites, "offre")} de vos favoris, de nouveau disponible. Faites vite&nbsp;!</p>
          <ButtonLink to={paths.pupil.favourites()} variant="secondary">
            Voir mes favoris
          </ButtonLink>
        </Card>
      );
    case "apply":
      return <ApplyCard step={step} weeks={weeks} />;
  }
}

function Card({ title, pressing, children }: { title: ReactNode; pressing?: boolean; children: ReactNode }) {
  return (
    <li className={`application-list__item${pressing ? " application-list__item--pressing" : ""}`}>
      <h3 className="application-list__title">{typeof title === "string" ? typeset(title) : title}</h3>
      {children}
    </li>
  );
}

function ConfirmCard({
  application,
  weeks,
}: { application: PupilApplication } & Omit<NextStepsProps, "steps">) {
  const { id, title, organisation, town, deadlineAt } = application;
  return (
    <Card
      pressing
      title={deadlineAt ? `Confirmer au plus tard le ${deadlineText(deadlineAt)}` : "Confirmer votre place"}
    >
      <p>
        <strong>{organisation}</strong>, à {town}, vous accepte {datesOf(application, weeks)} pour «&nbsp;
        <Link to={paths.pupil.application(id)}>{title}</Link>&nbsp;». Sans réponse de votre part, la place ira
        à quelqu’un d’autre.
      </p>
      <ButtonLink to={paths.pupil.application(id)}>Relire et confirmer</ButtonLink>
    </Card>
  );
}

function PrepareCard({ application, startsOn }: { application: PupilApplication; startsOn: CalendarDate }) {
  return (
    <Card title={`Préparer votre premier jour, ${frenchDate(startsOn, { weekday: true, year: false })}`}>
      <ul className="check-list">
        <li>Vérifiez l’adresse et le trajet, en comptant un peu d’avance.</li>
        <li>Notez l’heure d’arrivée et le nom de la personne qui vous accueille.</li>
        <li>Prévoyez le repas de midi et une tenue adaptée.</li>
        <li>Préparez deux ou trois questions.</li>
      </ul>
      <ButtonLink to={paths.pupil.application(application.id)} variant="secondary">
        Voir l’adresse et les horaires
      </ButtonLink>
    </Card>
  );
}

function ApplyCard({
  step: { freeWeeks, waiting, left },
  weeks,
}: {
  step: Extract<NextStep, { kind: "apply" }>;
  weeks: readonly InternshipWeek[];
}) {
  const [only] = freeWeeks;
  const partial = freeWeeks.length < weeks.length && only;
  return (
    <Card title={partial ? `Trouver un stage pour la semaine ${only}` : "Trouver un stage"}>
      <p>
        {waiting > 0
          ? "En attendant les réponses, continuez : c’est en envoyant plusieurs candidatures que l’on trouve."
          : "Cherchez près de chez vous ou du lycée, puis envoyez quelques candidatures : une page suffit."}{" "}
        Vous pouvez encore en envoyer {left}.
      </p>
      <ButtonLink to={paths.offersFromSchool()} icon="fr-icon-search-line">
        Chercher un stage
      </ButtonLink>
    </Card>
  );
}
