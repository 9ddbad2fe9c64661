import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/components/data-list.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { PROCESSINGS } from "#app/ui/legal/processing-register.ts";
import { ContactLink } from "#app/ui/shell/contact-link.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { typeset } from "#app/kernel/typography.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Registre des traitements") }];

export default function Register() {
  return (
    <Page narrow>
      <PageHeader
        title="Registre des traitements"
        trail={[{ to: paths.privacy(), label: "Données personnelles" }]}
        lead={
          "Ce que le service fait avec des données personnelles, pourquoi et de quel droit (RGPD, article\u00a030)."
        }
      />
      <p>
        Le responsable du traitement est l’éditeur du service, nommé dans les{" "}
        <Link to={paths.legal()}>mentions légales</Link>. Pour le joindre, ou joindre son délégué à la
        protection des données&nbsp;: <ContactLink />.
      </p>
      {PROCESSINGS.map(({ name, purpose, basis, people, data, recipients }) => (
        <section key={name}>
          <h2>{typeset(name)}</h2>
          <DataList
            items={[
              { term: "Pourquoi", details: purpose },
              { term: "De quel droit", details: basis },
              { term: "De qui", details: people },
              { term: "Quoi", details: data },
              { term: "Qui le voit", details: recipients },
            ]}
          />
        </section>
      ))}
      <h2>Combien de temps, où, et avec quelle protection</h2>
      <ul>
        <li>
          Les durées sont celles du registre que le service applique chaque nuit&nbsp;:{" "}
          <Link to={paths.privacy()}>Données personnelles</Link>.
        </li>
        <li>
          Aucune donnée n’est vendue. Un transfert hors de l’Union européenne ne peut venir que d’un
          sous-traitant choisi par l’éditeur, avec les garanties du chapitre V du RGPD.
        </li>
        <li>
          Les mesures de sécurité sont dans l’
          <Link to={paths.impactAssessment()}>analyse d’impact</Link>.
        </li>
      </ul>
    </Page>
  );
}
