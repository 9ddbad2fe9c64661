import { frenchDistance } from "#app/kernel/geo.ts";
import { OfferLinks, Paragraph } from "#app/emails/email-parts.tsx";
import type { EmailTemplate } from "#app/emails/email-template.ts";

/** An offer that its reader may ask for, with a free seat for the same weeks. */
export interface NearbyOffer {
  title: string;
  hostName: string;
  town: string;
  distanceKm: number;
  approximate: boolean;
  link: string;
}

const intro = (offers: NearbyOffer[]) =>
  offers.length > 1
    ? "Près de votre lycée, ces offres ont encore une place pour les mêmes semaines :"
    : "Près de votre lycée, cette offre a encore une place pour les mêmes semaines :";

const where = ({ hostName, town, distanceKm, approximate }: NearbyOffer) =>
  `${hostName}, ${town}, à ${frenchDistance(distanceKm, approximate)}`;

/** Offers to turn to next; nothing when there are none. */
export function NearbyOffers({ offers }: { offers: NearbyOffer[] }) {
  return offers.length > 0 ? (
    <>
      <Paragraph>{intro(offers)}</Paragraph>
      <OfferLinks offers={offers.map((offer) => ({ ...offer, where: where(offer) }))} />
    </>
  ) : null;
}

/** The same in a text part. */
export function nearbyText(offers: NearbyOffer[]): string | null {
  const lines = offers.map((offer) => `- ${offer.title} (${where(offer)})\n  ${offer.link}`);
  return offers.length > 0 ? [intro(offers), ...lines].join("\n") : null;
}

/** The two parts of an e-mail on an application that came to nothing: what happened, what now, and where else to look. */
export function endingContent<Props extends { nearby: NearbyOffer[] }>(
  paragraphs: (props: Props) => string[],
): Pick<EmailTemplate<Props>, "Body" | "text"> {
  return {
    Body: (props) => (
      <>
        {paragraphs(props).map((paragraph) => (
          <Paragraph key={paragraph}>{paragraph}</Paragraph>
        ))}
        <NearbyOffers offers={props.nearby} />
      </>
    ),
    text: (props) => [...paragraphs(props), nearbyText(props.nearby)],
  };
}
