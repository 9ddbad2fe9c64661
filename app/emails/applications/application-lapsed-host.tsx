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
  `${pupilFirstName} n’a pas confirmé à temps la place gardée pour votre offre « ${offerTitle} ». Cette place est de nouveau libre.`;

const NEXT =
  "Vous n’avez rien à faire : d’autres élèves peuvent de nouveau la demander. Merci du temps accordé à cette candidature.";

/** To each employer of the host: the pupil did not confirm in time. */
export const applicationLapsedHost = defineEmail<Props>()({
  name: "application-lapsed-host",
  sentOn: ["application.lapsed"],
  topic: "follow",
  because: () => BECAUSE.host,
  subject: ({ offerTitle }) => `Place de nouveau libre : ${offerTitle}`,
  title: () => "Une place est de nouveau libre",
  preview: () => "L’élève n’a pas confirmé à temps. Vous n’avez rien à faire.",
  action: ({ link }) => ({ label: "Voir mes candidatures", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toHost(ENDED)],
});
