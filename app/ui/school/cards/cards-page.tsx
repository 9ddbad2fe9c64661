import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { headCountText } from "../../messages/school-classes.ts";
import { schoolTrail } from "../school-trail.ts";

interface CardsPageProps {
  classes: readonly {
    id: string;
    name: string;
    expected: number | null;
    pupils: number;
    activated: number;
  }[];
}

/** Of which class to print the cards. */
export function CardsPage({ classes }: CardsPageProps) {
  return (
    <Page narrow>
      <PageHeader
        title="Cartes d’activation"
        trail={schoolTrail}
        lead="Chaque élève active son compte avec le code de sa carte et sa date de naissance, même sans adresse électronique."
      />
      {classes.length === 0 ? (
        <EmptyState title="Aucune classe à suivre">
          <p>Le secrétariat et la direction ajoutent les classes, puis leurs élèves.</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="classes">
          <h2 id="classes">Choisir une classe</h2>
          <ul className="class-list">
            {classes.map((group) => (
              <li className="class-list__one" key={group.id}>
                <h3 className="class-list__name">
                  <Link to={paths.school.classCards(group.id)}>{group.name}</Link>
                </h3>
                <p>{headCountText(group)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
