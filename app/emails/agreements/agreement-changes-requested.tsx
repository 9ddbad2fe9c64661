import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Period } from "#app/domain/notifications/compose/period.ts";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, periodText } from "#app/emails/wording.ts";
import { toHost, toSchool } from "#app/emails/samples.ts";
import { AGREEMENT, HOST_AGREEMENT, SCHOOL_AGREEMENT } from "./agreement-samples.ts";
import { agreementSubject } from "./agreement-subject.ts";

interface Props {
  addressee: "host" | "school";
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The first day of the stay, unless it has come. */
  dueBefore: CalendarDate | null;
  link: string;
}

const TASK =
  "En relisant la convention, un membre de l’équipe du lycée a laissé une remarque qui vous concerne. Lisez-la, corrigez ce qu’elle demande et renvoyez : la validation reprendra aussitôt.";

const facts = ({ addressee, pupilFirstName, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", pupilFirstName],
  addressee === "school" ? ["Structure d’accueil", hostName] : ["Lycée", schoolName],
  ["Dates", periodText(period)],
];

/** To the side that a teacher's remark concerns; the remark itself, a free text, is read by link. */
export const agreementChangesRequested = defineEmail<Props>()({
  name: "agreement-changes-requested",
  sentOn: ["agreement.changes_requested"],
  topic: null,
  because: ({ addressee }) => BECAUSE[addressee],
  subject: (props) =>
    agreementSubject(
      { ...props, reader: props.addressee },
      { staff: "À modifier", others: "à modifier", dueBefore: props.dueBefore },
    ),
  title: () => "Une modification est demandée",
  preview: () => "Une remarque vous attend sur une convention.",
  action: ({ link }) => ({ label: "Voir la remarque", link }),
  ...emailContent(() => [TASK], facts),
  samples: [
    toHost({ ...AGREEMENT, addressee: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, addressee: "school", link: SCHOOL_AGREEMENT }),
  ],
});
