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
  `Une place vous était gardée pour l’offre « ${offerTitle} » (${hostName}). Le délai pour la confirmer est passé : elle est de nouveau proposée aux autres élèves.`;

const NEXT =
  "Rien n’est perdu : vous pouvez candidater à d’autres offres, et à celle-ci de nouveau s’il y reste une place.";

/** To the pupil who did not confirm in time: the place is no longer kept. */
export const applicationLapsedPupil = defineEmail<Props>()({
  name: "application-lapsed-pupil",
  sentOn: ["application.lapsed"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Place non confirmée à temps : ${hostName}`,
  title: () => "La place est de nouveau proposée à d’autres",
  preview: ({ nearby }) => `Le délai pour confirmer est passé. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir les offres", link }),
  ...endingContent((props) => [news(props), NEXT]),
  samples: [toPupil({ ...OFFER, nearby: NEARBY.slice(0, 2), link: SEARCH })],
});
