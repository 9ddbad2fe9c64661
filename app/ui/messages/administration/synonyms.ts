import type { SaveSynonymsFailure } from "#app/domain/search/words/synonyms.failures.ts";

/** Why a group of synonyms is refused. */
export function synonymsFailureMessage(failure: SaveSynonymsFailure): string {
  switch (failure.code) {
    case "meaningless":
      return `« ${failure.word} » n’est fait que de petits mots, que la recherche ne lit pas : précisez-le ou retirez-le.`;
    case "same_group":
      return "Un autre groupe dit déjà exactement la même chose : modifiez plutôt celui-là.";
    case "changed_since":
      return `Quelqu’un vient de modifier ce groupe, qui dit maintenant : ${failure.words.join(", ")}. Relisez vos mots, puis enregistrez à nouveau.`;
    case "not_found":
      return "Ce groupe n’existe plus : quelqu’un l’a supprimé entre-temps.";
  }
}
