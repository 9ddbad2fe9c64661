import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";

/** Which way in is whose. */
export function SignUpPage() {
  return (
    <Page narrow>
      <PageHeader title="Créer un compte" />
      <section>
        <h2>J’accueille des élèves</h2>
        <p>Entreprise, association, administration&nbsp;: munissez-vous de votre numéro SIRET.</p>
        <ButtonLink to={paths.signUpHost()}>Créer un compte employeur</ButtonLink>
      </section>
      <section>
        <h2>Je travaille dans un lycée</h2>
        <p>
          Vos collègues peuvent vous inviter. Personne n’est encore entré&nbsp;? Un lien part à l’adresse
          officielle de l’établissement.
        </p>
        <ButtonLink to={paths.school.join()} variant="secondary">
          Ouvrir l’espace de mon établissement
        </ButtonLink>
      </section>
      <section>
        <h2>Je suis élève de seconde</h2>
        <p>Votre lycée vous donne de quoi entrer. Vous n’avez rien reçu&nbsp;? Demandez au secrétariat.</p>
      </section>
      <section>
        <h2>Je suis parent</h2>
        <p>Aucun compte n’est nécessaire&nbsp;: le lien envoyé par le lycée ouvre votre page de suivi.</p>
      </section>
      <p>
        Vous avez déjà un compte&nbsp;? <Link to={paths.signIn()}>Connectez-vous</Link>.
      </p>
    </Page>
  );
}
