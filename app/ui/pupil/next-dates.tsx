import { Link } from "@remix-run/react";

import { dayOf, type NextDate } from "#app/domain/applications/views/pupil-agenda.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "../components/data-list.tsx";
import { deadlineText } from "./application-dates.ts";

interface NextDatesProps {
  dates: readonly NextDate[];
  calendar: { file: string; subscription: string };
}

const WHAT: Record<NextDate["kind"], string> = {
  confirm_before: "Dernier moment pour confirmer",
  answer_by: "Réponse attendue au plus tard",
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
      <p>
        Dans votre agenda&nbsp;: <a href={calendar.subscription}>s’abonner à mes dates</a> (elles se mettent à
        jour seules) ou{" "}
        <Link to={calendar.file} reloadDocument download="stage-de-seconde.ics">
          télécharger le fichier
        </Link>
        . Ces liens sont personnels&nbsp;: ne les partagez pas.
      </p>
    </section>
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
