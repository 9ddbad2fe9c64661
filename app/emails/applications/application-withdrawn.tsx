import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE } from "#app/emails/wording.ts";
import { toHost } from "#app/emails/samples.ts";
import { ENDED } from "./application-samples.ts";

interface Props {
  offerTitle: string;
  pupilFirstName: string;
  link: string;
}

const news = ({ pupilFirstName, offerTitle }: Props) =>
  `${pupilFirstName} a retiré sa candidature à votre offre « ${offerTitle} ».`;

const NEXT =
  "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves. Merci du temps accordé à cette candidature.";

/** To each employer of the host: the pupil took the application back. */
export const applicationWithdrawn = defineEmail<Props>()({
  name: "application-withdrawn",
  sentOn: ["application.withdrawn"],
  topic: "follow",
  because: () => BECAUSE.host,
  subject: ({ offerTitle }) => `Candidature retirée : ${offerTitle}`,
  title: () => "Une candidature est retirée",
  preview: () => "L’élève a retiré sa candidature. Vous n’avez rien à faire.",
  action: ({ link }) => ({ label: "Voir mes candidatures", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toHost(ENDED)],
});
