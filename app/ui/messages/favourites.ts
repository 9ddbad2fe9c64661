import type { FavouriteState, KeepFavouriteFailure } from "#app/domain/applications/favourites/favourite.ts";
import type { StatusLabel } from "./applications.ts";

/** What has become of an offer, as its pupil reads it. */
export const FAVOURITE_LABELS: Record<FavouriteState, StatusLabel> = {
  available: { tone: "success", text: "Places disponibles" },
  available_again: { tone: "success", text: "De nouveau disponible" },
  full_for_now: { tone: "warning", text: "Complet pour l’instant" },
  full: { tone: "neutral", text: "Complet" },
  gone: { tone: "neutral", text: "N’est plus proposée" },
};

export function keepFavouriteFailureMessage(failure: KeepFavouriteFailure): string {
  return failure.code === "not_found"
    ? "Cette offre n’est plus proposée : elle n’a pas pu rejoindre vos favoris."
    : `Vous avez déjà ${failure.max} favoris : retirez-en un avant d’en ajouter un autre.`;
}
