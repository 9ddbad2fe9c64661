import type { CancelReason } from "#app/domain/applications/application.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { NearbyOffers, nearbyText, type NearbyOffer } from "./nearby-offers.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { CANCEL_REASON_LABELS } from "#app/ui/messages/application-steps.ts";
import { BECAUSE, elsewhere, factLines } from "#app/emails/wording.ts";
import { NEARBY, OFFER, SEARCH, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  reason: CancelReason | null;
  /** The pupil had confirmed: the teachers are informed as well. */
  confirmed: boolean;
  nearby: NearbyOffer[];
  /** A search around the pupil's school. */
  link: string;
}

const news = ({ offerTitle, reason }: Props) =>
  `L’employeur annule la place qu’il vous donnait pour l’offre « ${offerTitle} ».${reason ? ` ${CANCEL_REASON_LABELS[reason]}` : ""} Vous n’y êtes pour rien.`;

const facts = ({ hostName }: Props): Fact[] => [["Employeur", hostName]];

const next = ({ confirmed }: Props) =>
  `${confirmed ? "Votre équipe enseignante est prévenue et peut vous aider. " : ""}Rien n’est perdu : votre lettre reste dans votre espace et peut servir pour une autre offre.`;

/** To the pupil whose place the host takes back. */
export const applicationCancelled = defineEmail<Props>()({
  name: "application-cancelled",
  sentOn: ["application.cancelled"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName }) => `Place annulée : ${hostName}`,
  title: () => "L’employeur annule votre place",
  preview: ({ nearby }) => `L’employeur ne peut plus vous accueillir. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{next(props)}</Paragraph>
      <NearbyOffers offers={props.nearby} />
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), next(props), nearbyText(props.nearby)],
  samples: [toPupil({ ...OFFER, reason: "site_closed", confirmed: true, nearby: NEARBY, link: SEARCH })],
});
