import type { Reason } from "#app/domain/discovery/suggestion.ts";
import { estimateTravel } from "#app/domain/search/travel-time.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { plural } from "#app/kernel/text.ts";
import { travelText } from "../search/search-texts.ts";

/** Why this offer, in one or two sentences. */
export function whyThisOne(reasons: readonly Reason[]): string {
  return reasons.map(reasonText).join(" ");
}

function reasonText(reason: Reason): string {
  switch (reason.code) {
    case "discovery":
      return `Pour découvrir autre chose : « ${reason.family} ».`;
    case "applied":
      return `Parce que vous avez candidaté à une offre « ${reason.family} ».`;
    case "begun":
      return `Parce que vous avez commencé une lettre pour une offre « ${reason.family} ».`;
    case "kept":
      return `Parce que vous avez une offre « ${reason.family} » dans vos favoris.`;
    case "viewed":
      return `Parce que vous avez regardé des offres « ${reason.family} ».`;
    case "answers":
      return reason.medianDays <= 1
        ? "Cet employeur répond souvent, en général dans la journée."
        : `Cet employeur répond souvent, en général en ${reason.medianDays} jours.`;
    case "near":
      return nearText(reason);
    case "seats":
      return `Encore ${plural(reason.seats, "place")} en semaine ${reason.week}.`;
  }
}

/** A short way is told in minutes, a long one in kilometres. */
function nearText({ km, approximate }: { km: number; approximate: boolean }): string {
  const inKm = approximate || estimateTravel(km).mode === "transit";
  return `À\u00a0${inKm ? frenchDistance(km, approximate) : travelText(km)} de votre lycée.`;
}
