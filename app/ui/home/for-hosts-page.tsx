import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { opensTo, useShellData } from "../shell/shell-data.ts";
import { PresentationPage } from "./presentation-page.tsx";

const POINTS = [
  {
    title: "Publiez une offre en trois étapes",
    text: "Votre structure, ce que l’élève va découvrir, puis les semaines, les places et les horaires.",
  },
  {
    title: "Répondez aux élèves au même endroit",
    text: "Chaque candidature tient en quelques phrases. Même un refus se dit en un geste : quelqu’un attend.",
  },
  {
    title: "Complétez la convention",
    text: "Elle est déjà préremplie. Le lycée la valide.",
  },
];

/** For companies, associations and administrations. */
export function ForHostsPage() {
  const { viewer } = useShellData();
  return (
    <PresentationPage
      title="Accueillir un élève de seconde"
      lead="Entreprise, association, administration : faites découvrir vos métiers pendant une ou deux semaines, en juin. Le stage n’est pas rémunéré."
      points={POINTS}
    >
      {opensTo(viewer, "employer") ? (
        <ButtonLink to={paths.employer.home()}>Ouvrir mon espace employeur</ButtonLink>
      ) : (
        <>
          <p>
            Il vous faut le numéro SIRET de votre structure et une adresse électronique. Si elle a déjà une
            équipe ici, celle-ci reçoit votre demande et vous répond.
          </p>
          <ButtonRow>
            <ButtonLink to={paths.signUpHost()}>Créer un compte employeur</ButtonLink>
            {viewer ? null : (
              <ButtonLink to={paths.signIn({ retour: paths.employer.home() })} variant="secondary">
                J’ai déjà un compte
              </ButtonLink>
            )}
          </ButtonRow>
        </>
      )}
      <p>
        <Link to={`${paths.help()}#employeurs`}>Qui peut accueillir, et ce qu’un élève peut faire</Link>
      </p>
    </PresentationPage>
  );
}
