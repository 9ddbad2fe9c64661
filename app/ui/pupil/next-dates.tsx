import { Link } from "@remix-run/react";

import { dayOf, type NextDate } from "#app/domain/applications/views/pupil-agenda.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { DataList } from "../components/data-list.tsx";
import { deadlineText } from "./application-dates.ts";

interface NextDatesProps {
  dates: readonly NextDate[];
  calendar: { file: string; subscription: string } | null;
}

const WHAT: Record<NextDate["kind"], string> = {
  confirm_before: "Dernier jour pour confirmer",
  answer_by: "Dernier jour pour la réponse",
  opens: "Ouverture des candidatures",
  first_day: "Premier jour de stage",
  last_day: "Dernier jour de stage",
};

/** The dates to come, and a way to keep them in one's own calendar. */
export function NextDates({ dates, calendar }: NextDatesProps) {
  return (
    <section className="pupil-part" aria-labelledby="dates">
      <h2 id="dates">Mes prochaines dates</h2>
      {dates.length > 0 ? (
        <DataList
          items={dates.map((date) => ({
            term:
              "at" in date ? deadlineText(date.at) : frenchDate(dayOf(date), { weekday: true, year: false }),
            details: <What date={date} />,
          }))}
        />
      ) : (
        <p>Aucune date pour l’instant.</p>
      )}
      {calendar ? <CalendarLinks {...calendar} /> : null}
    </section>
  );
}

function CalendarLinks({ file, subscription }: { file: string; subscription: string }) {
  return (
    <>
      <p>
        Dans votre agenda&nbsp;: <a href={subscription}>s’abonner à mes dates</a> (elles se mettent à jour
        seules, jusqu’à la fin de la campagne) ou{" "}
        <Link to={file} reloadDocument download="stage-de-seconde.ics">
          télécharger le fichier
        </Link>
        . Ces liens sont personnels&nbsp;: ne les partagez pas. Si quelqu’un d’autre les a, créez un nouveau
        lien&nbsp;: l’ancien ne s’ouvrira plus.
      </p>
      <SubmitForm>
        <SubmitButton variant="secondary">Créer un nouveau lien</SubmitButton>
      </SubmitForm>
    </>
  );
}

function What({ date: { kind, application } }: { date: NextDate }) {
  return application ? (
    <>
      {WHAT[kind]}&nbsp;: <Link to={paths.pupil.application(application.id)}>{application.organisation}</Link>
    </>
  ) : (
    WHAT[kind]
  );
}
