import type { ResetSecondFactorFailure } from "#app/domain/accounts/account.failures.ts";

export const RESET_REFUSALS: Record<ResetSecondFactorFailure["code"], string> = {
  not_found: "Cette personne a d’autres rôles dans le service : seule son administration peut l’aider.",
  own_account: "C’est votre compte : demandez-le à une autre personne.",
  nothing_to_reset: "Ce compte n’a pas de second facteur.",
};
