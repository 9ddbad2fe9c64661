import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Conditions d’utilisation") }];

export default function Terms() {
  return (
    <Page narrow>
      <PageHeader
        title="Conditions d’utilisation"
        lead="Ce que chaque personne peut attendre du service, et ce que le service attend d’elle."
      />
      <h2>Le service</h2>
      <p>
        Il est gratuit et réservé à la séquence d’observation en milieu professionnel des élèves de seconde
        générale et technologique. Il peut être interrompu pour une mise à jour. Les recherches sont ouvertes
        à tout le monde&nbsp;; candidater, publier ou valider demande un compte. L’éditeur est nommé dans les{" "}
        <Link to={paths.legal()}>mentions légales</Link>.
      </p>
      <h2>Les comptes</h2>
      <ul>
        <li>Un compte est personnel&nbsp;: il ne se prête pas, et son mot de passe ne se partage pas.</li>
        <li>Les informations données sont exactes, et tenues à jour.</li>
        <li>
          Un compte perdu ou utilisé par quelqu’un d’autre se signale à <ContactLink />, ou au lycée.
        </li>
      </ul>
      <h2>Les élèves et leurs familles</h2>
      <ul>
        <li>L’élève candidate en son nom, et ne confirme qu’une place par semaine.</li>
        <li>
          Ses responsables légaux suivent sa recherche, peuvent s’opposer à une candidature et signent la
          convention. Le stage ne commence pas sans convention signée.
        </li>
      </ul>
      <h2>Les organismes d’accueil</h2>
      <ul>
        <li>Une offre décrit une observation&nbsp;: ni emploi, ni production, ni machine dangereuse.</li>
        <li>
          Elle est ouverte à tous les élèves, sans discrimination (code pénal, articles 225-1 et 225-2), et
          respecte les horaires et les travaux permis aux mineurs (code du travail).
        </li>
        <li>
          Les candidatures ne servent qu’à répondre à l’élève. Les recopier, les garder après la campagne ou
          s’en servir pour autre chose est interdit.
        </li>
      </ul>
      <h2>Les établissements</h2>
      <p>
        Seules les personnes qui en ont besoin pour leur mission ont accès aux élèves de leur lycée. La
        direction et le secrétariat retirent sans tarder l’accès de celles qui partent.
      </p>
      <h2>Ce qui est retenu ou retiré</h2>
      <p>
        Une offre peut être retenue le temps qu’une personne la lise. Qui l’a écrite reçoit la raison d’un
        refus et peut corriger. Un compte utilisé contre ces règles peut être fermé&nbsp;; pour le contester,
        écrivez à <ContactLink />. Les recours devant le tribunal restent ouverts.
      </p>
      <h2 id="securite">Signaler une faille de sécurité</h2>
      <p>
        Écrivez à <ContactLink /> ce que vous avez fait, vu et attendu. N’essayez rien sur les données
        d’autres personnes, ne bloquez pas le service, et laissez le temps de corriger avant d’en
        parler&nbsp;: un signalement fait ainsi, de bonne foi, n’est pas poursuivi par l’éditeur.
      </p>
      <h2>Changements</h2>
      <p>
        Ces conditions peuvent changer&nbsp;; la version qui compte est celle de cette page. Le droit français
        s’applique. Vos données&nbsp;: <Link to={paths.privacy()}>Données personnelles</Link>.
      </p>
    </Page>
  );
}
