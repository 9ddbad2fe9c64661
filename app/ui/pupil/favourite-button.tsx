import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { paths } from "#app/paths.ts";
import { HiddenIntent, SubmitButton, SubmitForm } from "../components/form.tsx";

type FavouriteIntent = "keep" | "alert" | "remove";

/** One press on an offer's favourite: the list of favourites does it and leads back. */
export function FavouriteForm({
  offerId,
  intent,
  back,
  icon,
  describedBy,
  children,
}: {
  offerId: string;
  intent: FavouriteIntent;
  /** The page that the press came from, when it is not the list. */
  back?: string;
  icon?: `fr-icon-${string}`;
  describedBy?: string;
  children: ReactNode;
}) {
  return (
    <SubmitForm action={paths.pupil.favourites()} preventScrollReset>
      <HiddenIntent name="offerId" value={offerId} />
      {back ? <HiddenIntent name="retour" value={back} /> : null}
      <SubmitButton
        intent={intent}
        variant="tertiary"
        size="sm"
        {...(icon ? { icon } : {})}
        {...(describedBy ? { describedBy } : {})}
      >
        {children}
      </SubmitButton>
    </SubmitForm>
  );
}

interface OfferFavouriteProps {
  /** This page's own address: where to come back to. */
  here: string;
  offerId: string;
  favourite: { wantsAlert: boolean } | null;
  /** Nobody can apply now: one may ask to be told. */
  closed: boolean;
  signedIn: boolean;
}

/** Keep an eye on an offer, from its own page. */
export function OfferFavourite({ here, offerId, favourite, closed, signedIn }: OfferFavouriteProps) {
  if (!signedIn)
    return (
      <p className="favourite">
        <Link to={paths.signIn(here)}>Se connecter pour l’ajouter à mes favoris</Link>
      </p>
    );
  const form = { offerId, back: here };
  return (
    <div className="favourite">
      {favourite ? (
        <p>
          Dans <Link to={paths.pupil.favourites()}>mes favoris</Link>
          {favourite.wantsAlert && closed ? ". Un message vous préviendra si une place se libère." : "."}
        </p>
      ) : null}
      {closed && !favourite?.wantsAlert ? (
        <FavouriteForm {...form} intent="alert">
          Prévenez-moi si une place se libère
        </FavouriteForm>
      ) : null}
      {favourite ? (
        <FavouriteForm {...form} intent="remove">
          Retirer de mes favoris
        </FavouriteForm>
      ) : (
        <FavouriteForm {...form} intent="keep">
          Ajouter à mes favoris
        </FavouriteForm>
      )}
    </div>
  );
}
