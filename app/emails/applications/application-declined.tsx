import type { DeclineReason } from "#app/domain/applications/application.ts";
import { Facts, Paragraph } from "#app/emails/email-parts.tsx";
import { NearbyOffers, nearbyText, type NearbyOffer } from "./nearby-offers.tsx";
import { defineEmail, type Fact } from "#app/emails/email-template.ts";
import { BECAUSE, counted, elsewhere, factLines } from "#app/emails/wording.ts";
import { DECLINE_REASON_LABELS } from "#app/ui/messages/application-steps.ts";
import { NEARBY, OFFER, SEARCH, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  reason: DeclineReason | null;
  nearby: NearbyOffer[];
  /** A search around the pupil's school. */
  link: string;
}

const NEXT =
  "Un refus ne dit rien de votre valeur : il arrive à presque tout le monde. Votre lettre reste dans votre espace et peut servir pour une autre offre.";

const news = ({ offerTitle, reason }: Props) =>
  `Votre candidature n’est pas retenue pour l’offre « ${offerTitle} ».${reason ? ` ${DECLINE_REASON_LABELS[reason]}` : ""}`;

const facts = ({ hostName }: Props): Fact[] => [["Employeur", hostName]];

/** ", et trois autres idées" */
function otherIdeas(offers: number): string {
  if (offers === 0) return "";
  return offers === 1 ? ", et une autre idée" : `, et ${counted(offers)} autres idées`;
}

/** To the pupil whose application is declined: kind, and turned towards the next one. */
export const applicationDeclined = defineEmail<Props>()({
  name: "application-declined",
  sentOn: ["application.declined"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: ({ hostName, nearby }) => `${hostName} : une réponse${otherIdeas(nearby.length)}`,
  title: () => "Ce ne sera pas cette offre-là",
  preview: ({ nearby }) => `La réponse est négative. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Facts items={facts(props)} />
      <Paragraph>{NEXT}</Paragraph>
      <NearbyOffers offers={props.nearby} />
    </>
  ),
  text: (props) => [news(props), factLines(facts(props)), NEXT, nearbyText(props.nearby)],
  samples: [toPupil({ ...OFFER, reason: "no_seat_left", nearby: NEARBY, link: SEARCH })],
});
