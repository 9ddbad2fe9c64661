import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Disclosure } from "#app/ui/components/disclosure.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { EmployerHelp, SchoolHelp } from "#app/ui/help/professional-help.tsx";
import { GuardianHelp, PupilHelp } from "#app/ui/help/family-help.tsx";
import { HelpNumbers } from "#app/ui/help/help-numbers.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Aide") }];

const audiences = [
  { id: "eleves", label: "Élèves", Content: PupilHelp },
  { id: "parents", label: "Parents et responsables légaux", Content: GuardianHelp },
  { id: "employeurs", label: "Employeurs", Content: EmployerHelp },
  { id: "etablissements", label: "Établissements", Content: SchoolHelp },
] as const;

export default function Help() {
  return (
    <Page narrow>
      <PageHeader
        title="Aide"
        lead="Le stage de seconde, de la recherche à la convention&nbsp;: les réponses aux questions les plus fréquentes."
      />
      <nav aria-label="Aide par public">
        <ul className="jump-links">
          {audiences.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
          <li>
            <a href="#numeros">En cas de difficulté</a>
          </li>
        </ul>
      </nav>
      {audiences.map(({ id, label, Content }) => (
        <section className="help-section" key={id} aria-labelledby={id}>
          <h2 id={id}>{label}</h2>
          <Content />
        </section>
      ))}
      <section className="help-section" aria-labelledby="numeros">
        <h2 id="numeros">En cas de difficulté</h2>
        <HelpNumbers />
        <Disclosure title="Un problème avec ce site&nbsp;?">
          <p>
            Vos brouillons sont gardés&nbsp;: vous pouvez fermer la page et revenir. Si une page ne s’affiche
            pas bien ou ne se lit pas avec vos outils, la page{" "}
            <Link to={paths.accessibility()}>Accessibilité</Link> dit comment nous le signaler.
          </p>
        </Disclosure>
      </section>
    </Page>
  );
}
