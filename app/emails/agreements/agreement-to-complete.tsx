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
  className: string;
  hostName: string;
  schoolName: string;
  period: Period;
  /** The first day of the stay, unless it has come. */
  dueBefore: CalendarDate | null;
  link: string;
}

const TASK =
  "La convention de ce stage est préparée ; il y manque quelques informations de votre part. Ce qui était déjà connu est rempli.";

const facts = ({ addressee, pupilFirstName, className, hostName, schoolName, period }: Props): Fact[] => [
  ["Élève", addressee === "school" ? `${pupilFirstName}, ${className}` : pupilFirstName],
  addressee === "school" ? ["Structure d’accueil", hostName] : ["Lycée", schoolName],
  ["Dates", periodText(period)],
];

/** To the side whose part of the agreement is still missing. */
export const agreementToComplete = defineEmail<Props>()({
  name: "agreement-to-complete",
  sentOn: ["agreement.to_complete"],
  topic: null,
  because: ({ addressee }) => BECAUSE[addressee],
  subject: (props) =>
    agreementSubject(
      { ...props, reader: props.addressee },
      { staff: "À compléter", others: "convention à compléter", dueBefore: props.dueBefore },
    ),
  title: () => "Une convention à compléter",
  preview: () => "Il manque quelques informations de votre part sur une convention.",
  action: ({ link }) => ({ label: "Compléter la convention", link }),
  ...emailContent(() => [TASK], facts),
  samples: [
    toHost({ ...AGREEMENT, addressee: "host", link: HOST_AGREEMENT }),
    toSchool({ ...AGREEMENT, addressee: "school", link: SCHOOL_AGREEMENT }),
  ],
});
