import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import { DEFAULT_HOURS_GRID, type DayHours } from "#app/domain/hours/hours-grid.ts";
import { dayText } from "#app/emails/hours-text.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, factLines } from "#app/emails/wording.ts";
import { PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";
import { SHEET } from "./placement-samples.ts";

interface Props {
  hostName: string;
  address: string;
  firstDay: CalendarDate;
  /** Of the first day; empty when the offer does not give them. */
  hours: DayHours | null;
  supervisorName: string | null;
  accessNote: string | null;
  schoolPhone: string | null;
  link: string;
}

const NEWS = "C’est bientôt le premier jour. L’adresse et l’heure, pour les avoir sous la main :";
const NEXT =
  "Partez un peu en avance. En cas de retard ou d’empêchement, prévenez l’employeur et votre lycée. Bonne découverte !";

const day = ({ firstDay }: Pick<Props, "firstDay">) => frenchDate(firstDay, { weekday: true, year: false });

const facts = ({ hours, ...props }: Props): Fact[] => [
  ["Premier jour", day(props)],
  ["Horaires", hours && dayText(hours)],
  ["Employeur", props.hostName],
  ["Adresse", props.address],
  ["Qui vous accueille", props.supervisorName],
  ["Pour venir", props.accessNote],
  ["Votre lycée", props.schoolPhone],
];

/** To the pupil, the day before: where to be, and when. */
export const placementDayBefore = defineEmail<Props>()({
  name: "placement-day-before",
  sentOn: ["placement.day_before"],
  topic: "advice",
  because: () => BECAUSE.pupil,
  subject: (props) => `Votre stage commence ${day(props)}`,
  title: (props) => `Votre stage commence ${day(props)}`,
  preview: () => "L’adresse et l’heure de votre premier jour.",
  action: ({ link }) => ({ label: "Voir mon stage", link }),
  Body: (props) => (
    <>
      <Paragraph>{NEWS}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [NEWS, factLines(facts(props)), NEXT],
  samples: [
    toPupil({
      ...SHEET,
      firstDay: "2027-06-17",
      hours: DEFAULT_HOURS_GRID[4],
      schoolPhone: "01 99 00 12 34",
      link: PUPIL_PAGE,
    }),
  ],
});
