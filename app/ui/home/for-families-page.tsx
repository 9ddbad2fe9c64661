import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { PresentationPage } from "./presentation-page.tsx";

const POINTS = [
  {
    title: "Suivez la recherche de votre enfant",
    text: "Où les candidatures en sont, ce que l’employeur a répondu, les dates et les horaires du stage.",
  },
  {
    title: "Lisez sa lettre, avec un code",
    text: "Il arrive à l’adresse ou au numéro que le lycée connaît : personne d’autre ne peut la lire.",
  },
  {
    title: "Dites si vous n’êtes pas d’accord",
    text: "Tant qu’aucun stage n’est confirmé, vous pouvez vous opposer à une candidature. Elle est retirée.",
  },
  {
    title: "Signez la convention",
    text: "Le lycée vous la donne : c’est le papier qui fixe les dates, les horaires et l’assurance.",
  },
];

/** For parents, who need no account. */
export function ForFamiliesPage() {
  return (
    <PresentationPage
      title="Parents et responsables légaux"
      lead="Deux semaines pour observer un métier, en juin. Vous suivez la recherche de votre enfant sans créer de compte."
      points={POINTS}
    >
      <p>
        Par votre lien personnel, reçu par e-mail ou par SMS. Chaque parent a le sien, et il montre toujours
        la situation du jour. Vous ne l’avez pas, ou plus&nbsp;? Demandez-le au secrétariat du lycée.
      </p>
      <ul>
        <li>
          <Link to={`${paths.help()}#parents`}>Les questions que les parents posent</Link>
        </li>
        <li>
          <Link to={paths.offers()}>Regarder les offres avec votre enfant</Link>
        </li>
      </ul>
    </PresentationPage>
  );
}
