import { Link } from "@remix-run/react";
import { frenchDistance } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { OfferCard, OfferList } from "../components/offer-card.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";

interface NearbyOffer {
  id: string;
  title: string;
  hostName: string;
  town: string;
  distanceKm: number;
  approximate: boolean;
}

interface PausedOfferPageProps {
  offer: { title: string; organisation: string; town: string; postcode: string };
  nearby: readonly NearbyOffer[];
}

/** The host rests: what that means, and where else to look. */
export function PausedOfferPage({ offer, nearby }: PausedOfferPageProps) {
  return (
    <Page>
      <PageHeader
        title={offer.title}
        trail={[{ to: paths.offers({ lieu: offer.town }), label: "Offres" }]}
        lead={`${offer.organisation} · ${offer.postcode} ${offer.town}`}
      />
      <Notice title="Cette offre est en pause">
        <p>
          L’employeur ne prend pas de nouvelle candidature pour le moment. L’offre peut revenir&nbsp;: gardez
          cette adresse, ou regardez ailleurs dès maintenant.
        </p>
      </Notice>
      <NearbyOffers offers={nearby} town={offer.town} />
    </Page>
  );
}

/** Others that have a place, the nearest first; a search when there are none. */
export function NearbyOffers({ offers, town }: { offers: readonly NearbyOffer[]; town: string }) {
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="a-cote">
      <h2 id="a-cote">Des offres proches qui ont une place</h2>
      <OfferList label="Offres proches">
        {offers.map(({ id, title, hostName, town: where, distanceKm, approximate }) => (
          <OfferCard
            key={id}
            to={paths.offer(id)}
            title={title}
            organisation={hostName}
            town={where}
            distance={frenchDistance(distanceKm, approximate)}
            seats={[]}
          />
        ))}
      </OfferList>
      <p>
        <Link to={paths.offers({ lieu: town })}>Voir toutes les offres autour de {town}</Link>
      </p>
    </section>
  );
}
