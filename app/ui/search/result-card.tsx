import { useLocation } from "@remix-run/react";

import type { FoundOffer } from "#app/domain/search/found-offer.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { cardTitleId, OfferCard } from "../components/offer-card.tsx";
import type { Tone } from "../components/status-badge.tsx";
import { FavouriteChange, FavouriteForm } from "../pupil/favourite-button.tsx";
import { backAfterChange, changeText } from "../pupil/favourite-return.ts";
import { lengthText, seatTexts, travelText } from "./search-texts.ts";

/** What the pupil who reads has done with an offer; null for other readers. */
export type MarksShown = { favourite: boolean; viewed: boolean } | null;

interface ResultCardProps {
  offer: FoundOffer;
  /** The point that distances are told from is that of neighbours. */
  approximate: boolean;
  /** The place searched, which the offer's page tells its distance from. */
  place: { lieu?: string | undefined; lat?: string | undefined; lon?: string | undefined };
  marks: MarksShown;
}

/** One offer found: how far, how long to get there, what is left. */
export function ResultCard({ offer, approximate, place, marks }: ResultCardProps) {
  const { distanceKm } = offer;
  const { search } = useLocation();
  const id = `offre-${offer.id}`;
  const changeId = `${id}-favori`;
  const change = marks ? changeText(search, offer.id, marks.favourite ? { wantsAlert: false } : null) : "";
  return (
    <OfferCard
      id={id}
      {...(change ? { describedBy: changeId } : {})}
      to={paths.offer(offer.id, place)}
      title={offer.title}
      organisation={offer.organisation}
      town={offer.town}
      sector={offer.sectorLabel}
      seats={seatTexts(offer.free)}
      badges={badgesOf(offer, marks)}
      action={
        marks ? (
          <>
            <FavouriteToggle offerId={offer.id} cardId={id} kept={marks.favourite} />
            <FavouriteChange id={changeId}>{change}</FavouriteChange>
          </>
        ) : null
      }
      {...(distanceKm === null
        ? {}
        : {
            distance: frenchDistance(distanceKm, approximate || offer.approximate),
            travel: travelText(distanceKm),
          })}
    />
  );
}

function badgesOf(offer: FoundOffer, marks: MarksShown): { tone: Tone; text: string }[] {
  const length = lengthText(offer);
  const badges: { tone: Tone; text: string }[] = [];
  if (length) badges.push({ tone: "info", text: length });
  if (offer.reserved) badges.push({ tone: "success", text: "Réservée à des lycées, dont le vôtre" });
  if (marks?.viewed) badges.push({ tone: "neutral", text: "Déjà vue" });
  return badges;
}

/** Leads back to the same card of the same results. */
function FavouriteToggle({ offerId, cardId, kept }: { offerId: string; cardId: string; kept: boolean }) {
  const { pathname, search } = useLocation();
  return (
    <FavouriteForm
      offerId={offerId}
      intent={kept ? "remove" : "keep"}
      back={backAfterChange(pathname + search, offerId, cardId)}
      icon={kept ? "fr-icon-heart-fill" : "fr-icon-heart-line"}
      describedBy={cardTitleId(cardId)}
    >
      {kept ? "Retirer de mes favoris" : "Ajouter à mes favoris"}
    </FavouriteForm>
  );
}
