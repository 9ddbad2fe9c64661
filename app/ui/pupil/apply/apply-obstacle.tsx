import { Link } from "@remix-run/react";

import { frenchDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../../components/notice.tsx";
import { searchLink } from "../../search/search-link.ts";

export interface ApplyObstacleProps {
  page: {
    offer: { id: string; postcode: string; town: string; sectorCode: string };
    current: { id: string } | null;
    periods: readonly string[];
    full: boolean;
    fullForNow: boolean;
    opensOn: string | null;
  };
}

/** What keeps the pupil from applying now, if anything, and what to do instead. */
export function ApplyObstacle({ page }: ApplyObstacleProps) {
  const { offer, current, periods, full, fullForNow, opensOn } = page;
  if (current)
    return (
      <Notice title="Vous avez déjà candidaté à cette offre">
        <p>
          <Link to={paths.pupil.application(current.id)}>Voir où en est ma candidature</Link>
        </p>
      </Notice>
    );
  if (full)
    return (
      <Notice tone="warning" title="Cette offre est complète">
        <p>
          Une place peut se libérer&nbsp;: vous pouvez garder votre texte en brouillon. En attendant, voyez
          les{" "}
          <Link
            to={searchLink(new URLSearchParams(), {
              lieu: `${offer.postcode} ${offer.town}`,
              secteur: offer.sectorCode,
            })}
          >
            offres du même secteur à proximité
          </Link>
          .
        </p>
      </Notice>
    );
  if (fullForNow)
    return (
      <Notice tone="warning" title="Complet pour l’instant">
        <p>
          L’employeur répond d’abord aux candidatures déjà reçues. Gardez votre texte en brouillon et demandez
          une alerte sur <Link to={paths.offer(offer.id)}>la page de l’offre</Link>.
        </p>
      </Notice>
    );
  if (periods.length === 0)
    return (
      <Notice tone="warning" title="Vous avez déjà un stage confirmé à ces dates">
        <p>
          <Link to={paths.pupil.home()}>Retour à mon espace</Link>
        </p>
      </Notice>
    );
  if (opensOn)
    return (
      <Notice title={`Les candidatures ouvrent le ${frenchDate(opensOn)}`}>
        <p>Préparez votre texte dès maintenant et enregistrez-le en brouillon.</p>
      </Notice>
    );
  return null;
}
