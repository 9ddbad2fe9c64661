import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Plan du site") }];

/** Every page that can be opened without an address of its own, by audience; a space asks its readers to sign in. */
const PARTS = [
  {
    title: "Pour tout le monde",
    links: [
      [paths.home(), "Accueil"],
      [paths.offers(), "Trouver un stage"],
      [paths.ideas(), "Je ne sais pas quoi chercher"],
      [paths.offers({ vue: "carte" }), "Les offres sur une carte"],
      [paths.forFamilies(), "Pour les parents"],
      [paths.forHosts(), "Pour les employeurs"],
      [paths.forSchools(), "Pour les établissements"],
      [paths.help(), "Aide"],
      [paths.signIn(), "Se connecter"],
      [paths.activation(), "Activer mon compte avec la carte du lycée"],
      [paths.forgottenPassword(), "Mot de passe oublié"],
      [paths.signUp(), "Créer un compte"],
    ],
  },
  {
    title: "Espace élève",
    links: [
      [paths.pupil.home(), "Mon espace élève"],
      [paths.pupil.applications(), "Mes candidatures"],
      [paths.pupil.favourites(), "Mes favoris"],
      [paths.pupil.alerts(), "Mes alertes"],
      [paths.pupil.suggestions(), "Mes suggestions"],
      [paths.pupil.problem(), "J’ai un problème"],
      [paths.pupil.found(), "J’ai trouvé mon stage"],
      [paths.pupil.heldSeats(), "Les places gardées pour moi"],
    ],
  },
  {
    title: "Espace employeur",
    links: [
      [paths.signUpHost(), "Créer un compte employeur"],
      [paths.employer.home(), "Mon espace employeur"],
      [paths.employer.offers(), "Mes offres"],
      [paths.employer.newOffer(), "Publier une offre"],
      [paths.employer.applications(), "Candidatures reçues"],
      [paths.employer.agreements(), "Conventions de ma structure"],
      [paths.employer.team(), "Mon équipe"],
    ],
  },
  {
    title: "Espace établissement",
    links: [
      [paths.school.join(), "Ouvrir l’espace d’un établissement"],
      [paths.school.home(), "Mes classes"],
      [paths.school.agreements(), "Conventions de mes élèves"],
      [paths.school.helpRequests(), "Demandes d’aide de mes élèves"],
      [paths.school.followUp(), "Suivi du stage, jour après jour"],
      [paths.school.hosts(), "Les structures qui nous accueillent"],
      [paths.school.cards(), "Cartes d’activation"],
      [paths.school.pupils(), "Les élèves"],
      [paths.school.sendRoster(), "Importer la liste des élèves"],
      [paths.school.classes(), "Les classes de seconde"],
      [paths.school.toReplace(), "Élèves à replacer"],
      [paths.school.profile(), "La fiche de l’établissement"],
      [paths.school.team(), "L’équipe de l’établissement"],
    ],
  },
  {
    title: "Mon compte",
    links: [
      [paths.account(), "Mon compte"],
      [paths.notifications(), "Notifications"],
    ],
  },
  {
    title: "À propos du service",
    links: [
      [paths.accessibility(), "Déclaration d’accessibilité"],
      [paths.legal(), "Mentions légales"],
      [paths.terms(), "Conditions d’utilisation"],
      [paths.processingRegister(), "Registre des traitements"],
      [paths.impactAssessment(), "Analyse d’impact"],
      [paths.privacy(), "Données personnelles"],
    ],
  },
] as const;

export default function SitePlan() {
  return (
    <Page narrow>
      <PageHeader
        title="Plan du site"
        lead="Les pages des espaces demandent de se connecter. Les parents suivent une recherche par le lien que le service leur envoie."
      />
      {PARTS.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {links.map(([to, label]) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
