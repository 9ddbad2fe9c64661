import { Link } from "@remix-run/react";
import { freeByWeek, type OfferStatus, type Seats } from "#app/domain/offers/offer.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { typeset } from "#app/kernel/typography.ts";
import type { IntentOf } from "../forms/intents.ts";
import { freeSeatsText } from "./seat-texts.ts";
import { offerStatusLabel } from "../messages/offers.ts";

export interface OfferItemData {
  id: string;
  title: string | null;
  status: OfferStatus;
  town: string | null;
  seats: readonly Seats[];
  waiting: number;
}

/** The host's offers, each with its status, its seats and what can be done. */
export function OfferItems({ offers }: { offers: readonly OfferItemData[] }) {
  return (
    <ul className="host-list">
      {offers.map((offer) => (
        <OfferItem key={offer.id} offer={offer} />
      ))}
    </ul>
  );
}

function OfferItem({ offer }: { offer: OfferItemData }) {
  const { id, status, town, seats, waiting } = offer;
  const free = freeByWeek(seats);
  const isDraft = status === "draft";
  const title = offer.title || "Offre sans titre";
  const label = offerStatusLabel(status, free[1] + free[2]);
  return (
    <li className="host-item">
      <div className="host-item__head">
        <h2 className="host-item__title">
          <Link to={isDraft ? paths.employer.newOffer({ brouillon: id }) : paths.employer.offer(id)}>
            {typeset(title)}
          </Link>
        </h2>
        <StatusBadge tone={label.tone}>{label.text}</StatusBadge>
      </div>
      {isDraft ? null : (
        <p>
          {town} · {typeset(freeSeatsText(seats))}
          {waiting > 0 ? ` · ${plural(waiting, "candidature")} à traiter` : ""}
        </p>
      )}
      <div className="host-item__actions">
        {isDraft ? (
          <>
            <ButtonLink size="sm" variant="secondary" to={paths.employer.newOffer({ brouillon: id })}>
              Continuer le brouillon
            </ButtonLink>
            <Disclosure title="Supprimer le brouillon">
              <p>Ce que vous avez rempli sera effacé, sans retour possible.</p>
              <OfferButton id={id} intent="discard" title={title}>
                Oui, supprimer ce brouillon
              </OfferButton>
            </Disclosure>
          </>
        ) : null}
        {status === "published" ? (
          <OfferButton id={id} intent="pause" title={title}>
            Mettre en pause
          </OfferButton>
        ) : null}
        {status === "paused" ? (
          <OfferButton id={id} intent="resume" title={title}>
            Remettre en ligne
          </OfferButton>
        ) : null}
      </div>
    </li>
  );
}

function OfferButton({
  id,
  intent,
  title,
  children,
}: {
  id: string;
  intent: IntentOf<"hostOffers">;
  title: string;
  children: string;
}) {
  return (
    <SubmitForm action={paths.employer.offers()}>
      <input type="hidden" name="offerId" value={id} />
      <SubmitButton intent={intent} size="sm" variant="tertiary">
        {children}
        <span className="fr-sr-only"> : {title}</span>
      </SubmitButton>
    </SubmitForm>
  );
}
