import type { WeakPassword } from "#app/domain/accounts/account.failures.ts";

export const PASSWORD_HINT =
  "10 caractères au moins. Plusieurs mots sans rapport entre eux font un mot de passe solide.";

export const WRONG_CURRENT_PASSWORD =
  "Ce n’est pas votre mot de passe actuel. Vérifiez les majuscules, puis recommencez.";

const WEAK: Record<WeakPassword, string> = {
  short: "Choisissez au moins 10 caractères. Plusieurs mots à la suite font un bon mot de passe.",
  common:
    "Ce mot de passe est parmi les plus utilisés : il serait trouvé tout de suite. Choisissez-en un autre.",
  personal: "Ce mot de passe contient votre nom ou votre adresse. Choisissez-en un autre.",
  guessable: "Ce mot de passe est trop facile à deviner. Ajoutez un ou deux mots sans rapport entre eux.",
};

export function passwordRefusal(reason: WeakPassword): string {
  return WEAK[reason];
}
