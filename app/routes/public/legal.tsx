import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mentions légales") }];

/** What the law has a site tell about itself, as the operator writes it; a demonstration is nobody's service. */
export function loader(args: LoaderFunctionArgs) {
  const { LEGAL_PUBLISHER: publisher, LEGAL_HOST: host } = appOf(args).env;
  return { publisher, host };
}

function Publisher() {
  const { publisher, host } = useLoaderData<typeof loader>();
  if (!publisher) {
    return (
      <p>
        Ce site est une démonstration, qui fonctionne sur la machine où elle a été lancée. Il n’est pas un
        service de l’État. Les personnes, les lycées et les organismes d’accueil qui s’y trouvent sont
        inventés&nbsp;; aucun courriel n’en sort.
      </p>
    );
  }
  return (
    <ul>
      <li>Éditeur&nbsp;: {publisher}</li>
      <li>Hébergeur&nbsp;: {host}</li>
      <li>
        Contact&nbsp;: <ContactLink />
      </li>
    </ul>
  );
}

export default function Legal() {
  return (
    <Page narrow>
      <PageHeader title="Mentions légales" />
      <h2>Éditeur et hébergement</h2>
      <Publisher />

      <h2>À quoi sert le service</h2>
      <p>
        Il rapproche les élèves de seconde générale et technologique et les organismes qui les accueillent
        pour la séquence d’observation en milieu professionnel (article D.&nbsp;333-3-1 du code de
        l’éducation), jusqu’à la convention. Il est gratuit pour tout le monde.
      </p>

      <h2>Contenu des offres</h2>
      <p>
        Chaque offre est écrite par l’organisme qui la publie, sous sa responsabilité. Une offre qui ressemble
        à un emploi, qui discrimine ou qui met en danger n’a pas sa place ici&nbsp;: signalez-la à{" "}
        <ContactLink />.
      </p>

      <h2>Logiciel, données et licences</h2>
      <ul>
        <li>le code du service est libre, sous licence MIT&nbsp;;</li>
        <li>
          l’apparence vient de la bibliothèque react-dsfr (code sous licence MIT), qui reprend le système de
          design de l’État, réservé à ses services&nbsp;: la Marianne et sa police de caractères
          n’apparaissent que sur un service de l’État&nbsp;;
        </li>
        <li>
          lycées et effectifs&nbsp;: open data du ministère de l’Éducation nationale (Licence Ouverte
          2.0)&nbsp;;
        </li>
        <li>
          communes et codes postaux&nbsp;: découpage administratif d’Etalab (Licence Ouverte 2.0) et GeoNames
          (CC BY 4.0)&nbsp;;
        </li>
        <li>contours de la carte&nbsp;: Natural Earth (domaine public)&nbsp;;</li>
        <li>carte&nbsp;: bibliothèque Leaflet (licence BSD à deux clauses).</li>
      </ul>

      <h2>Vos données et l’accessibilité</h2>
      <p>
        Voir <Link to={paths.privacy()}>Données personnelles</Link> et{" "}
        <Link to={paths.accessibility()}>Déclaration d’accessibilité</Link>.
      </p>
    </Page>
  );
}
