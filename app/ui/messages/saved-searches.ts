import type { AlertFrequency, SaveSearchFailure } from "#app/domain/discovery/saved-search.ts";
import type { Failure } from "#app/kernel/result.ts";

export const FREQUENCY_OPTIONS: { value: AlertFrequency; label: string; hint: string }[] = [
  {
    value: "instant",
    label: "Dès qu’une offre paraît",
    hint: "Dans les minutes qui suivent, entre 7 h et 21 h.",
  },
  { value: "daily", label: "Chaque matin", hint: "Toutes les nouvelles de la veille." },
];

export function saveSearchFailureMessage(failure: SaveSearchFailure | Failure<"unknown_place">): string {
  switch (failure.code) {
    case "no_campaign":
      return "Les dates du prochain stage ne sont pas encore annoncées : revenez créer votre alerte à ce moment-là.";
    case "unknown_place":
      return "Nous ne trouvons pas le lieu de cette recherche : corrigez-le, puis créez l’alerte.";
    case "asks_nothing":
      return "Cette recherche prend toutes les offres de France : ajoutez un lieu, un secteur ou un mot avant de créer l’alerte.";
    case "already_saved":
      return "Vous avez déjà cette alerte : elle est dans la liste ci-dessous.";
    case "too_many_searches":
      return `Vous avez déjà ${failure.max} alertes : supprimez-en une avant d’en créer une autre.`;
  }
}
