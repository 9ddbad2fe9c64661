import { Link } from "@remix-run/react";
import { formatSiret } from "#app/domain/hosts/siret.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "../components/notice.tsx";
import { PlainText } from "../components/plain-text.tsx";

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

export interface LostSiret {
  organisationId: string;
  hostName: string;
  siret: string;
  reason: string;
}

/** What stands where a moderator has taken a SIRET away, and what can be done. */
export function LostSiretNotice({ hostName, siret, reason }: LostSiret) {
  return (
    <Notice tone="warning" title="Un SIRET est retiré à votre compte">
      <p>
        {hostName}, SIRET {formatSiret(siret)}. Ses offres sont en pause. Raison&nbsp;:
      </p>
      <PlainText text={reason} />
      <p>
        Publiez une offre avec le SIRET de votre structure, ou <Link to={paths.help()}>écrivez-nous</Link> si
        nous nous trompons.
      </p>
    </Notice>
  );
}
