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
  `${pupilFirstName}, qui avait répondu à votre offre « ${offerTitle} », a trouvé un autre stage pour ces dates et vous remercie de votre attention.`;

const NEXT =
  "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves.";

/** To each employer of the host: the pupil confirmed another internship for these weeks. */
export const applicationReleased = defineEmail<Props>()({
  name: "application-released",
  sentOn: ["application.released"],
  topic: "follow",
  because: () => BECAUSE.host,
  subject: ({ offerTitle }) => `Candidature close : ${offerTitle}`,
  title: () => "Une candidature est close",
  preview: () => "L’élève a trouvé un autre stage et vous remercie de votre attention.",
  action: ({ link }) => ({ label: "Voir mes candidatures", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [toHost(ENDED)],
});
