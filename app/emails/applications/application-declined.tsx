import type { DeclineReason } from "#app/domain/applications/application.ts";
import { Paragraph } from "#app/emails/email-parts.tsx";
import { NearbyOffers, nearbyText, type NearbyOffer } from "./nearby-offers.tsx";
import { defineEmail } from "#app/emails/email-template.ts";
import { BECAUSE, elsewhere } from "#app/emails/wording.ts";
import { NEARBY, OFFER, SEARCH, toPupil } from "#app/emails/samples.ts";

interface Props {
  offerTitle: string;
  hostName: string;
  reason: DeclineReason | null;
  nearby: NearbyOffer[];
  /** A search around the pupil's school. */
  link: string;
}

const REASONS: Record<DeclineReason, string> = {
  no_seat_left: "Toutes les places de cette offre sont déjà prises.",
  dates: "Ces dates ne conviennent finalement plus à l’employeur.",
  no_supervisor: "Personne dans l’équipe n’est disponible pour vous accompagner à ces dates.",
  other_profile: "L’employeur a choisi d’accueillir d’autres élèves cette fois-ci.",
  activity_stopped: "L’employeur n’accueille plus de stage à cette période.",
};

const NEXT =
  "Un refus ne dit rien de votre valeur : il arrive à presque tout le monde. Votre lettre reste dans votre espace et peut servir pour une autre offre.";

const news = ({ hostName, offerTitle, reason }: Props) =>
  `${hostName} ne pourra pas vous accueillir pour l’offre « ${offerTitle} ».${reason ? ` ${REASONS[reason]}` : ""}`;

/** To the pupil whose application is declined: kind, and turned towards the next one. */
export const applicationDeclined = defineEmail<Props>()({
  name: "application-declined",
  sentOn: ["application.declined"],
  topic: null,
  because: () => BECAUSE.pupil,
  subject: () => "Réponse à votre candidature",
  title: () => "Ce ne sera pas cette offre-là",
  preview: ({ nearby }) => `La réponse est négative. ${elsewhere(nearby.length)}`,
  action: ({ link }) => ({ label: "Voir d’autres offres", link }),
  Body: (props) => (
    <>
      <Paragraph>{news(props)}</Paragraph>
      <Paragraph>{NEXT}</Paragraph>
      <NearbyOffers offers={props.nearby} />
    </>
  ),
  text: (props) => [news(props), NEXT, nearbyText(props.nearby)],
  samples: [toPupil({ ...OFFER, reason: "no_seat_left", nearby: NEARBY, link: SEARCH })],
});
