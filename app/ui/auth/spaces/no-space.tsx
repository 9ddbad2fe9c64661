import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Notice } from "../../components/notice.tsx";

/** An account that opens no space: who may open one again, by profile. */
export function NoSpace() {
  return (
    <Notice title="Aucun espace n’est ouvert à ce compte">
      <ul>
        <li>
          Vous travaillez dans un lycée&nbsp;: demandez une invitation à sa direction ou à son secrétariat, ou{" "}
          <Link to={paths.school.join()}>demandez à rejoindre votre établissement</Link>. Si vous venez de
          changer de lycée, reconnectez-vous avec votre compte académique une fois votre affectation à jour.
        </li>
        <li>
          Vous attendez une réponse d’une structure d’accueil&nbsp;: son espace s’ouvrira dès qu’elle aura
          accepté votre demande.
        </li>
        <li>
          Autre situation&nbsp;: <Link to={paths.help()}>l’aide</Link> dit à qui écrire.
        </li>
      </ul>
    </Notice>
  );
}
