import type { Period } from "#app/domain/notifications/compose/period.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail, type Fact, type Greeted } from "#app/emails/email-template.ts";
import { BECAUSE, deadlineText, factLines, periodText } from "#app/emails/wording.ts";
import { CONFIRM_BEFORE, OFFER, PERIOD, PUPIL_PAGE, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  period: Period | null;
  confirmBefore: Date;
  link: string;
}

const news = ({ hostName }: Props) => `${hostName} vous garde une place, et attend votre confirmation.`;

const NEXT =
  "Passé cette date, la place sera proposée à d’autres élèves. Si vous avez changé d’avis, retirez votre candidature : quelqu’un d’autre en profitera.";

const facts = ({ offerTitle, period, confirmBefore, ...props }: Props & Greeted): Fact[] => [
  ["Offre", offerTitle],
  ["Dates", period && periodText(period)],
  ["À confirmer au plus tard le", deadlineText(confirmBefore, props)],
];

/** To the pupil who has not confirmed yet. */
export const applicationConfirmReminder = defineEmail<Props>()({
  name: "application-confirm-reminder",
  sentOn: ["application.confirm_reminder"],
  topic: "reminders",
  because: () => BECAUSE.pupil,
  subject: ({ hostName, confirmBefore, ...props }) =>
    `${hostName} vous attend : confirmez d’ici le ${deadlineText(confirmBefore, props, { year: false })}`,
  title: () => "Une place vous attend encore",
  preview: () => "Une place est gardée pour vous : il ne reste qu’à la confirmer.",
  action: ({ link }) => ({ label: "Confirmer ce stage", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT],
  samples: [toPupil({ ...OFFER, period: PERIOD, confirmBefore: CONFIRM_BEFORE, link: PUPIL_PAGE })],
});
