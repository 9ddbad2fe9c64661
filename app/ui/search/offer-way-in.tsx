import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { searchLink } from "./search-link.ts";

interface OfferWayInProps {
  offer: { id: string; town: string; postcode: string; sectorCode: string; reserved: boolean };
  full: boolean;
  /** A pupil, or a visitor who may be one. */
  mayApply: boolean;
  myApplication: { id: string } | null;
}

/** Apply, see what was sent, or why neither is possible; always with a way on. */
export function OfferWayIn({ offer, full, mayApply, myApplication }: OfferWayInProps) {
  const similar = searchLink(new URLSearchParams(), {
    lieu: `${offer.postcode} ${offer.town}`,
    secteur: offer.sectorCode,
  });
  return (
    <aside className="offer-page__way-in" aria-labelledby="candidater">
      <h2 className="offer-page__call" id="candidater">
        {myApplication
          ? "Vous avez candidaté"
          : full
            ? "Offre complète"
            : "Cette offre vous intéresse\u00a0?"}
      </h2>
      {offer.reserved ? <p>Cette offre est réservée à des lycées dont le vôtre fait partie.</p> : null}
      {myApplication ? (
        <ButtonLink to={paths.pupil.application(myApplication.id)}>Voir ma candidature</ButtonLink>
      ) : full ? (
        <p>
          Toutes les places sont prises ou réservées. Une place peut se libérer&nbsp;: revenez voir, ou
          regardez les <Link to={similar}>offres du même secteur à proximité</Link>.
        </p>
      ) : mayApply ? (
        <>
          <p>Quelques phrases suffisent, sans CV. Vous pourrez enregistrer un brouillon.</p>
          <ButtonLink to={paths.apply(offer.id)}>Postuler</ButtonLink>
        </>
      ) : (
        <p>Seuls les élèves peuvent postuler&nbsp;: votre compte est d’un autre type.</p>
      )}
    </aside>
  );
}
