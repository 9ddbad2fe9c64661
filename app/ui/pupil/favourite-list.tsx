import { Link } from "@remix-run/react";

import { mayAskForAlert, type Favourite } from "#app/domain/applications/favourites/favourite.ts";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { Notice } from "../components/notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { FAVOURITE_LABELS } from "../messages/favourites.ts";
import { typeset } from "#app/kernel/typography.ts";
import { FavouriteForm } from "./favourite-button.tsx";

export function FavouriteList({ favourites }: { favourites: readonly Favourite[] }) {
  if (favourites.length === 0)
    return (
      <EmptyState
        title="Aucun favori pour l’instant"
        suggestions={[{ to: paths.offersFromSchool(), label: "Chercher un stage" }]}
      >
        <p>
          Dans une liste ou sur la page d’une offre, «&nbsp;Ajouter à mes favoris&nbsp;» la garde ici. Si elle
          est complète, vous pourrez demander à recevoir un message quand une place se libère.
        </p>
      </EmptyState>
    );
  return (
    <ul className="application-list">
      {favourites.map((favourite) => (
        <FavouriteItem key={favourite.offerId} favourite={favourite} />
      ))}
    </ul>
  );
}

function FavouriteItem({ favourite }: { favourite: Favourite }) {
  const { offerId, title, organisation, town, state, wantsAlert, applicationId } = favourite;
  const label = FAVOURITE_LABELS[state];
  const titleId = `favori-${offerId}`;
  const form = { offerId, describedBy: titleId };
  const closed = mayAskForAlert(state);
  const alertNote = closed && wantsAlert ? "Un message vous préviendra si une place se libère." : "";
  return (
    <li className="application-list__item">
      <h2 className="application-list__title" id={titleId}>
        {state === "gone" ? typeset(title) : <Link to={paths.offer(offerId)}>{typeset(title)}</Link>}
      </h2>
      <p>
        {organisation} · {town}
      </p>
      <p className="application-list__state">
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge>{" "}
        {applicationId ? (
          <Link to={paths.pupil.application(applicationId)}>Candidature envoyée</Link>
        ) : (
          alertNote
        )}
      </p>
      <div className="favourite__actions">
        {closed ? (
          <FavouriteForm {...form} intent={wantsAlert ? "keep" : "alert"}>
            {wantsAlert ? "Ne plus me prévenir" : "Prévenez-moi si une place se libère"}
          </FavouriteForm>
        ) : null}
        <FavouriteForm {...form} intent="remove">
          Retirer
        </FavouriteForm>
      </div>
    </li>
  );
}

/** Just removed: one press brings it back. */
export function RemovedNotice({ offerId }: { offerId: string }) {
  return (
    <Notice title="Offre retirée de vos favoris" live>
      <FavouriteForm offerId={offerId} intent="keep">
        Annuler
      </FavouriteForm>
    </Notice>
  );
}
