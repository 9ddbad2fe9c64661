import { formatSiret } from "#app/domain/hosts/siret.ts";
import { Notice } from "../components/notice.tsx";

export interface ClaimState {
  siret: string;
  /** An organisation here bears it: its members answer. */
  isKnown: boolean;
  isRefused: boolean;
}

/** Where someone stands who has signed up and belongs to no organisation yet. */
export function ClaimNotice({ siret, isKnown, isRefused }: ClaimState) {
  const number = formatSiret(siret);
  if (isRefused)
    return (
      <Notice tone="warning" title="Votre demande n’est pas acceptée.">
        <p>
          L’équipe de la structure {number} n’a pas accepté votre demande. Vérifiez le SIRET avec vos
          collègues&nbsp;: vous pouvez publier une offre avec le bon numéro.
        </p>
      </Notice>
    );
  if (isKnown)
    return (
      <Notice title="Votre demande est envoyée.">
        <p>
          Votre structure ({number}) a déjà une équipe ici&nbsp;: elle a reçu votre demande et vous répondra
          par e-mail.
        </p>
      </Notice>
    );
  return (
    <Notice title="Bienvenue !">
      <p>
        Publiez une première offre&nbsp;: la structure {number} y sera décrite. Comme elle est nouvelle ici,
        une personne du service lira l’offre avant les élèves.
      </p>
    </Notice>
  );
}
