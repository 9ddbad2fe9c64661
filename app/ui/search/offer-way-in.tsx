import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { OfferFavourite } from "../pupil/favourite-button.tsx";
import { HostHabitsText } from "../pupil/host-habits-text.tsx";
import { searchLink } from "./search-link.ts";

interface OfferWayInProps {
  offer: {
    id: string;
    town: string;
    postcode: string;
    sectorCode: string;
    reserved: boolean;
    fullForNow: boolean;
  };
  full: boolean;
  /** A pupil, or a visitor who may be one. */
  mayApply: boolean;
  myApplication: { id: string } | null;
  favourite: { wantsAlert: boolean } | null;
  signedIn: boolean;
  habits: HostHabits | null;
  /** This page's own address, with the search it was reached from. */
  here: string;
}

/** Apply, see what was sent, or why neither is possible; always with a way on. */
export function OfferWayIn(props: OfferWayInProps) {
  const { offer, full, mayApply, myApplication, favourite, signedIn, habits, here } = props;
  const similar = searchLink(new URLSearchParams(), {
    lieu: `${offer.postcode} ${offer.town}`,
    secteur: offer.sectorCode,
  });
  return (
    <aside className="offer-page__way-in" aria-labelledby="candidater">
      <h2 className="offer-page__call" id="candidater">
        {myApplication
          ? "Candidature envoyée"
          : full
            ? "Offre complète"
            : offer.fullForNow
              ? "Complet pour l’instant"
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
      ) : offer.fullForNow ? (
        <p>
          L’employeur répond d’abord aux candidatures déjà reçues. Demandez à être averti, ou regardez les{" "}
          <Link to={similar}>offres du même secteur à proximité</Link>.
        </p>
      ) : mayApply ? (
        <>
          <p>Quelques phrases suffisent, sans CV. Vous pourrez enregistrer un brouillon.</p>
          <ButtonLink to={paths.apply(offer.id)}>Candidater</ButtonLink>
        </>
      ) : (
        <p>Seuls les élèves peuvent candidater&nbsp;: votre compte est d’un autre type.</p>
      )}
      <HostHabitsText habits={habits} />
      {mayApply && !myApplication ? (
        <OfferFavourite
          here={here}
          favourite={favourite}
          signedIn={signedIn}
          offerId={offer.id}
          closed={full || offer.fullForNow}
        />
      ) : null}
    </aside>
  );
}
