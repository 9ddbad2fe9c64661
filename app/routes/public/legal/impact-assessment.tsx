import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { RISKS } from "#app/ui/legal/impact-risks.ts";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { typeset } from "#app/kernel/typography.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Analyse d’impact") }];

export default function ImpactAssessment() {
  return (
    <Page narrow>
      <PageHeader
        title="Analyse d’impact"
        trail={[{ to: paths.privacy(), label: "Données personnelles" }]}
        lead="Ce qui pourrait arriver aux personnes, et ce que le service fait pour l’éviter (RGPD, article 35)."
      />
      <h2>Pourquoi une analyse</h2>
      <p>
        Le service traite les données de mineurs, à grande échelle&nbsp;: deux des neuf critères du Comité
        européen de la protection des données, qui demandent une analyse. Celle-ci porte sur le logiciel.
        L’éditeur la complète par son hébergement et ses sous-traitants, recueille l’avis de son délégué à la
        protection des données et l’adopte avant l’ouverture.
      </p>
      <h2>Est-ce nécessaire, est-ce proportionné&nbsp;?</h2>
      <ul>
        <li>
          Le but est fixé par le code de l’éducation&nbsp;; ce qui est traité est dans le{" "}
          <Link to={paths.processingRegister()}>registre des traitements</Link>.
        </li>
        <li>
          Ne sont demandés ni l’adresse du domicile, ni une photo, ni les notes, ni la santé, ni le numéro
          national de l’élève.
        </li>
        <li>
          Chaque donnée a un terme, publié et appliqué sans qu’il faille y penser&nbsp;:{" "}
          <Link to={paths.privacy()}>Données personnelles</Link>.
        </li>
        <li>
          Chaque personne peut voir, corriger, effacer ses données ou s’opposer&nbsp;: <ContactLink />.
        </li>
      </ul>
      <h2>Les risques</h2>
      {RISKS.map(({ fear, measures, left }) => (
        <section key={fear}>
          <h3>{typeset(fear)}</h3>
          <ul>
            {measures.map((measure) => (
              <li key={measure}>{typeset(measure)}&nbsp;;</li>
            ))}
          </ul>
          <p>{typeset(`Ce qui reste, mesures prises : ${left.toLowerCase()}.`)}</p>
        </section>
      ))}
      <h2>Suivi</h2>
      <p>
        L’analyse est relue à chaque changement qui touche aux données, et au moins une fois par an avant
        l’ouverture d’une campagne. Une violation de données qui présente un risque est notifiée à la CNIL
        dans les 72&nbsp;heures, et aux personnes si le risque est élevé (RGPD, articles 33 et 34).
      </p>
    </Page>
  );
}
