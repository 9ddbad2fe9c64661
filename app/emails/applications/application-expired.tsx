import { endingContent, type NearbyOffer } from "./nearby-offers.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, elsewhere } from "#app/emails/wording.ts";
import { NEARBY, OFFER, SEARCH, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  nearby: NearbyOffer[];
  /** A search around the pupil's school. */
  link: string;
}

const news = ({ hostName, offerTitle }: Props) =>
  `L’employeur (${hostName}) n’a pas répondu à temps à votre candidature à l’offre « ${offerTitle} ». Elle est terminée : vous pouvez en envoyer une autre.`;

const NEXT =
  "Ce silence ne dit rien de vous ni de votre lettre. Elle reste dans votre espace et peut servir pour une autre offre.";

/** To the pupil whom the host did not answer in time: free to apply elsewhere. */
export const applicationExpired = defineEmail<Props>()({
  name: "application-expired",
  sentOn: ["application.expired"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Sans réponse : ${hostName}`,
  title: () => "L’employeur n’a pas répondu à temps",
  preview: ({ nearby }) => `Cette candidature est terminée. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  ...endingContent((props) => [news(props), NEXT]),
  samples: [toPupil({ ...OFFER, nearby: NEARBY.slice(0, 1), link: SEARCH })],
});
