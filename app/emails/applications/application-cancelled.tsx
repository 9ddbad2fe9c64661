import { Paragraph } from "#app/emails/email-parts.tsx";
import { NearbyOffers, nearbyText, type NearbyOffer } from "./nearby-offers.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, elsewhere } from "#app/emails/wording.ts";
import { NEARBY, OFFER, SEARCH, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  /** The pupil had confirmed: the teachers are informed as well. */
  confirmed: boolean;
  nearby: NearbyOffer[];
  /** A search around the pupil's school. */
  link: string;
}

const news = ({ hostName, offerTitle }: Props) =>
  `${hostName} ne peut finalement plus vous accueillir pour l’offre « ${offerTitle} ». Vous n’y êtes pour rien.`;

const next = ({ confirmed }: Props) =>
  `${confirmed ? "Votre équipe enseignante est prévenue et peut vous aider. " : ""}Rien n’est perdu : votre lettre reste dans votre espace et peut servir pour une autre offre.`;

/** To the pupil whose place the host takes back. */
export const applicationCancelled = defineEmail<Props>()({
  name: "application-cancelled",
  sentOn: ["application.cancelled"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: () => "Votre place est annulée par l’employeur",
  title: () => "L’employeur annule votre place",
  preview: ({ nearby }) => `L’employeur ne peut plus vous accueillir. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{next(props)}</Paragraph>
      <NearbyOffers offers={props.nearby} />
    </>
  ),
  text: (props) => [news(props), next(props), nearbyText(props.nearby)],
  samples: [toPupil({ ...OFFER, confirmed: true, nearby: NEARBY, link: SEARCH })],
});
