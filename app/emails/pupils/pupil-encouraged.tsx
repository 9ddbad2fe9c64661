import type { ReminderKind } from "#app/domain/follow-up/reminders/reminder.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE } from "#app/emails/wording.ts";
import { sampleLink, toPupil } from "#app/emails/samples.ts";
import { REMINDER_TEXTS } from "#app/ui/messages/follow-up/reminders.ts";

interface Props {
  kind: ReminderKind;
  /** What the adult added. */
  words: string | null;
  /** Who writes; null when that person is no longer known. */
  byName: string | null;
  link: string;
}

const from = ({ byName }: Props) => `${byName ?? "L’équipe de votre lycée"} pense à vous et à votre stage.`;
const said = ({ words }: Props) => (words === null ? [] : [`« ${words} »`]);

/** To the pupil: an encouragement of their school, with the adult's own words if any. */
export const pupilEncouragedEmail = defineEmail<Props>()({
  name: "pupil-encouraged",
  sentOn: ["pupil.encouraged"],
  topic: "reminders",
  because: () => BECAUSE.pupil,
  subject: () => "Stage de seconde : un mot de votre lycée",
  title: () => "Un mot de votre lycée",
  preview: () => "Une personne de votre lycée pense à votre stage.",
  action: ({ link }) => ({ label: "Continuer ma recherche", link }),
  ...emailContent((props: Props) => [from(props), ...said(props), REMINDER_TEXTS[props.kind]]),
  samples: [
    toPupil({
      kind: "first_letter",
      words: "Passez me voir mardi, nous la relirons.",
      byName: "Sophie Bernard",
      link: sampleLink("/eleve"),
    }),
    toPupil({ kind: "after_refusals", words: null, byName: "Sophie Bernard", link: sampleLink("/eleve") }),
    toPupil({ kind: "go_on", words: null, byName: null, link: sampleLink("/eleve") }),
  ],
});
