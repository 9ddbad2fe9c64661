import { List, Paragraph } from "#app/emails/email-parts.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, listLines } from "#app/emails/wording.ts";
import { PUPIL, SUPERVISOR_PAGE, toHost } from "#app/emails/samples.ts";

interface Props {
  pupilFirstName: string;
  /** Without it, nobody is told to call. */
  schoolPhone: string | null;
  link: string;
}

const news = ({ pupilFirstName }: Props) =>
  `${pupilFirstName} commence son stage chez vous aujourd’hui. Pour bien l’accueillir :`;

const CHECKLIST = [
  "Présentez l’équipe, les lieux, les pauses et le repas de midi.",
  "Dites ce qui est interdit : pas de travail, ni machine ni produit dangereux.",
  "Indiquez à qui parler en cas de paroles ou de gestes déplacés.",
  "Tenez les horaires de la convention, pause comprise.",
];

const checklist = ({ schoolPhone }: Props) =>
  schoolPhone
    ? [...CHECKLIST, `En cas d’absence ou d’accident, appelez le lycée aussitôt : ${schoolPhone}.`]
    : CHECKLIST;

const THANKS =
  "Merci d’ouvrir vos portes : pour beaucoup d’élèves, c’est la première rencontre avec un métier.";

/** To each employer of the host, on the first day. */
export const placementFirstDayHost = defineEmail<Props>()({
  name: "placement-first-day-host",
  sentOn: ["placement.first_day"],
  topic: "advice",
  because: () => BECAUSE.host,
  subject: ({ pupilFirstName }) => `${pupilFirstName} arrive aujourd’hui : l’essentiel`,
  title: () => "Bien accueillir votre stagiaire",
  preview: () => "De quoi bien commencer, en quelques points.",
  action: ({ link }) => ({ label: "Dire si l’élève est bien là", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <List items={checklist(props)} />
      <Paragraph>{THANKS}</Paragraph>
    </>
  ),
  text: (props) => [news(props), listLines(checklist(props)), THANKS],
  samples: [
    toHost({ pupilFirstName: PUPIL, schoolPhone: "01 99 00 12 34", link: SUPERVISOR_PAGE }),
    toHost({ pupilFirstName: PUPIL, schoolPhone: null, link: SUPERVISOR_PAGE }),
  ],
});
