import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { opensTo, useShellData } from "../shell/shell-data.ts";
import { PresentationPage } from "./presentation-page.tsx";

const POINTS = [
  {
    title: "Voyez où en sont vos classes",
    text: "Qui a trouvé, qui n’a rien, qui demande de l’aide : d’un coup d’œil.",
  },
  {
    title: "Validez les conventions",
    text: "Elles arrivent préremplies. Vérifiez les activités, les dates et les horaires, ou demandez une modification.",
  },
  {
    title: "Gardez le lien avec les familles",
    text: "Chaque responsable légal suit la recherche par un lien que vous pouvez renvoyer.",
  },
];

/** For those who work in a lycée. */
export function ForSchoolsPage() {
  const { viewer } = useShellData();
  return (
    <PresentationPage
      title="Vous travaillez dans un lycée"
      lead="Direction, secrétariat, équipe enseignante : suivez les stages de vos classes de seconde, de la recherche à la convention."
      points={POINTS}
    >
      {opensTo(viewer, "school") ? (
        <ButtonLink to={paths.school.home()}>Ouvrir mon établissement</ButtonLink>
      ) : (
        <>
          <p>
            Vos collègues peuvent vous inviter. Personne n’est encore entré&nbsp;? Un lien part à l’adresse
            officielle de l’établissement, et la direction ou le secrétariat ouvre l’espace.
          </p>
          <ButtonRow>
            <ButtonLink to={paths.school.join()}>Ouvrir l’espace de mon établissement</ButtonLink>
            {viewer ? null : (
              <ButtonLink to={paths.signIn({ retour: paths.school.home() })} variant="secondary">
                J’ai déjà un compte
              </ButtonLink>
            )}
          </ButtonRow>
        </>
      )}
      <p>
        <Link to={`${paths.help()}#etablissements`}>Les questions que les établissements posent</Link>
      </p>
    </PresentationPage>
  );
}
