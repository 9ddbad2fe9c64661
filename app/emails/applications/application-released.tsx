import { defineEmail } from "#app/emails/email-template.ts";
import { emailContent } from "#app/emails/email-content.tsx";
import { BECAUSE, counted } from "#app/emails/wording.ts";
import { HOST_LIST, PUPIL, TITLE, toHost } from "#app/emails/samples.ts";

interface Props {
  /** The offers of this host that the pupil had answered, one or several. */
  offerTitles: string[];
  pupilFirstName: string;
  link: string;
}

const news = ({ pupilFirstName, offerTitles }: Props) => {
  const [only, ...others] = offerTitles;
  return others.length === 0
    ? `${pupilFirstName}, qui avait répondu à votre offre « ${only ?? ""} », a trouvé un stage ailleurs pour ces dates et vous remercie de votre attention.`
    : `${pupilFirstName}, qui avait répondu à ${counted(offerTitles.length)} de vos offres (${offerTitles.map((title) => `« ${title} »`).join(", ")}), a trouvé un stage ailleurs pour ces dates et vous remercie de votre attention.`;
};

const NEXT =
  "Vous n’avez rien à faire. Si une place lui était réservée, elle est de nouveau proposée aux autres élèves.";

/** To each employer of the host, once whatever the number of its offers: the pupil confirmed a place elsewhere for these weeks. */
export const applicationReleased = defineEmail<Props>()({
  name: "application-released",
  sentOn: ["application.released"],
  topic: "follow",
  because: () => BECAUSE.host,
  subject: ({ offerTitles: [first = "", ...others] }) =>
    others.length === 0 ? `Candidature close : ${first}` : `${others.length + 1} candidatures closes`,
  title: ({ offerTitles }) =>
    offerTitles.length > 1 ? "Des candidatures sont closes" : "Une candidature est close",
  preview: () => "L’élève a trouvé un stage ailleurs et vous remercie de votre attention.",
  action: ({ link }) => ({ label: "Voir mes candidatures", link }),
  ...emailContent((props: Props) => [news(props), NEXT]),
  samples: [
    toHost({ offerTitles: [TITLE], pupilFirstName: PUPIL, link: HOST_LIST }),
    toHost({
      offerTitles: [TITLE, "Le bureau d’études d’une menuiserie"],
      pupilFirstName: PUPIL,
      link: HOST_LIST,
    }),
  ],
});
