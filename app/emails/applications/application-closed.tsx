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
  `Nous avons retiré du service les offres de la structure ${hostName}. Votre candidature à l’offre « ${offerTitle} » est donc close. Vous n’y êtes pour rien.`;

const NEXT =
  "Ces dates sont de nouveau libres pour vous. Votre lettre reste dans votre espace et peut servir pour une autre offre. Ne partez pas en stage dans cette structure sans en avoir parlé à votre lycée.";

/** To the pupil who waited for an organisation that may answer no more. */
export const applicationClosed = defineEmail<Props>()({
  name: "application-closed",
  sentOn: ["application.closed"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Candidature close : ${hostName}`,
  title: () => "Cette structure ne propose plus de stage ici",
  preview: ({ nearby }) => `Vous n’y êtes pour rien. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  ...endingContent((props) => [news(props), NEXT]),
  samples: [toPupil({ ...OFFER, nearby: NEARBY.slice(0, 2), link: SEARCH })],
});
