import { useLocation } from "@remix-run/react";

import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import type { FoundOffer } from "#app/domain/search/found-offer.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { paths } from "#app/paths.ts";
import { cardTitleId, OfferCard } from "../components/offer-card.tsx";
import type { Tone } from "../components/status-badge.tsx";
import { appliedLabel } from "../messages/applications.ts";
import { FavouriteChange, FavouriteForm } from "../pupil/favourite-button.tsx";
import { backAfterChange, changeText } from "../pupil/favourite-return.ts";
import { freshnessText, lengthText, seatsShown, townText, travelText } from "./search-texts.ts";

/** What the pupil who reads has done with an offer; null for other readers. */
export type MarksShown = {
  favourite: boolean;
  viewed: boolean;
  /** Where their last application to it stands. */
  applied: ApplicationStatus | null;
} | null;

interface ResultCardProps {
  offer: FoundOffer;
  today: CalendarDate;
  /** The point that distances are told from is that of neighbours. */
  approximate: boolean;
  /** The place searched, which the offer's page tells its distance from. */
  place: { lieu?: string | undefined; lat?: string | undefined; lon?: string | undefined };
  marks: MarksShown;
}

/** One offer found: what one will see there, how far it is, what is left, and where the pupil stands with it. */
export function ResultCard({ offer, today, approximate, place, marks }: ResultCardProps) {
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
      town={townText(offer)}
      family={offer.familySlug}
      sector={offer.sectorLabel}
      glimpse={offer.glimpse}
      seats={seatsShown(offer.free)}
      badges={badgesOf(offer, marks, today)}
      action={marks ? <FavouriteToggle offerId={offer.id} cardId={id} kept={marks.favourite} /> : undefined}
      said={marks ? <FavouriteChange id={changeId}>{change}</FavouriteChange> : undefined}
      {...(distanceKm === null
        ? {}
        : {
            distance: frenchDistance(distanceKm, approximate || offer.approximate),
            travel: travelText(distanceKm),
          })}
    />
  );
}

function badgesOf(offer: FoundOffer, marks: MarksShown, today: CalendarDate): { tone: Tone; text: string }[] {
  const badges: { tone: Tone; text: string }[] = [];
  const length = lengthText(offer);
  const freshness = freshnessText(offer, today);
  if (marks?.applied) badges.push(appliedLabel(marks.applied));
  else if (marks?.viewed) badges.push({ tone: "neutral", text: "Déjà vue" });
  if (length) badges.push({ tone: "info", text: length });
  if (offer.reserved) badges.push({ tone: "success", text: "Réservée à des lycées, dont le vôtre" });
  if (freshness) badges.push({ tone: "neutral", text: freshness });
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
