import type { RequestEmailChangeFailure } from "#app/domain/accounts/account.failures.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const EMAIL_CHANGE_REFUSALS: Record<
  FailureBut<RequestEmailChangeFailure, "wrong_password">["code"],
  string
> = {
  same_address: "C’est déjà l’adresse de votre compte. Indiquez-en une autre.",
  sign_in_again:
    "Pour protéger votre compte, déconnectez-vous, reconnectez-vous, puis refaites cette demande dans le quart d’heure.",
};
