import { Link, useLocation } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";

import { paths } from "#app/paths.ts";
import { HiddenField, SubmitButton, SubmitForm } from "../components/form.tsx";
import type { IntentOf } from "../forms/intents.ts";
import { backAfterChange, changeText } from "./favourite-return.ts";

type FavouriteIntent = Exclude<IntentOf<"favourites">, "forget">;

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
    <SubmitForm
      action={paths.pupil.favourites()}
      preventScrollReset
      {...(back ? { replace: true, onSubmit: stayInPlace } : {})}
    >
      <HiddenField name="offerId" value={offerId} />
      {back ? <HiddenField name="retour" value={back} /> : null}
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

/** Only a page that is loaded anew has to be opened where the button was: with JavaScript it keeps its place. */
function stayInPlace({ currentTarget }: FormEvent<HTMLFormElement>): void {
  const back = currentTarget.elements.namedItem("retour");
  if (back instanceof HTMLInputElement) back.value = back.value.replace(/#.*$/, "");
}

/** Where the button is, always there so that screen readers hear what it comes to say. */
export function FavouriteChange({ id, children }: { id: string; children: string }) {
  return (
    <p className="favourite__change" id={id} role="status">
      {children}
    </p>
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

const ANCHOR = "favori";
const CHANGE_ID = "favori-change";

/** Keep an eye on an offer, from its own page. */
export function OfferFavourite({ here, offerId, favourite, closed, signedIn }: OfferFavouriteProps) {
  const { search } = useLocation();
  if (!signedIn)
    return (
      <p className="favourite">
        <Link to={paths.signIn({ retour: here })}>Se connecter pour l’ajouter à mes favoris</Link>
      </p>
    );
  const form = { offerId, back: backAfterChange(here, offerId, ANCHOR) };
  const change = changeText(search, offerId, favourite);
  return (
    <div className="favourite" id={ANCHOR} tabIndex={-1} aria-describedby={change ? CHANGE_ID : undefined}>
      <FavouriteChange id={CHANGE_ID}>{change}</FavouriteChange>
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
