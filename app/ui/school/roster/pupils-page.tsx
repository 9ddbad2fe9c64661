import { Link } from "@remix-run/react";
import type { ListedPupil, PupilFilter, PupilPage } from "#app/domain/roster/pupil-list.ts";
import { plural } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { NextPageLink } from "../../components/next-page-link.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { fieldErrors, textOf, type Refusal } from "../../forms/refusal.ts";
import { schoolTrail } from "../school-trail.ts";

interface PupilsPageProps {
  page: PupilPage;
  filter: PupilFilter | null;
  isFirst: boolean;
  /** The reader enters pupils; a teacher reads those of their classes. */
  setsUp: boolean;
  /** Whom the search has found; null before anything is asked. */
  found: readonly ListedPupil[] | null;
  refusal: Refusal | undefined;
}

const FILTERS: readonly { filter: PupilFilter | null; label: string }[] = [
  { filter: null, label: "Tous les élèves" },
  { filter: "sans-classe", label: "Sans classe" },
  { filter: "sans-adresse", label: "Sans adresse d’un responsable" },
];

/** The pupils of the school, or of the classes that the reader teaches. */
export function PupilsPage({ page, filter, isFirst, setsUp, found, refusal }: PupilsPageProps) {
  return (
    <Page>
      <PageHeader title="Les élèves" trail={schoolTrail} />
      {found ? null : <RefusalNotice refusal={refusal} />}
      {setsUp ? (
        <ButtonRow>
          <ButtonLink to={paths.school.sendRoster()}>Importer la liste des élèves</ButtonLink>
          <ButtonLink to={paths.school.classes()} variant="secondary">
            Ajouter un élève dans une classe
          </ButtonLink>
          <ButtonLink to={paths.school.cards()} variant="secondary">
            Cartes d’activation
          </ButtonLink>
        </ButtonRow>
      ) : null}
      <SubmitForm action={paths.school.pupils()} mandatory="search">
        <TextField
          name="words"
          label="Nom ou prénom de l’élève"
          type="search"
          autoComplete="off"
          required
          width="medium"
          defaultValue={textOf(refusal, "words")}
          error={fieldErrors(refusal).words?.[0]}
        />
        <SubmitButton variant="secondary">Chercher</SubmitButton>
      </SubmitForm>
      {found ? <Found found={found} /> : <Listed page={page} filter={filter} isFirst={isFirst} />}
    </Page>
  );
}

function Found({ found }: { found: readonly ListedPupil[] }) {
  return (
    <section aria-labelledby="trouves">
      <h2 id="trouves">{plural(found.length, "élève trouvé", "élèves trouvés")}</h2>
      {found.length > 0 ? <PupilTable pupils={found} /> : null}
      <p>
        <Link to={paths.school.pupils()}>Revenir à la liste</Link>
      </p>
    </section>
  );
}

function Listed({ page, filter, isFirst }: Pick<PupilsPageProps, "page" | "filter" | "isFirst">) {
  const query = filter ? { filtre: filter } : {};
  const next = page.nextCursor ? { curseur: page.nextCursor } : null;
  return (
    <section aria-labelledby="liste">
      <h2 id="liste">Liste</h2>
      <nav aria-label="Choisir les élèves">
        <ul className="state-links">
          {FILTERS.map((one) => (
            <li key={one.label}>
              <Link
                className="fr-tag"
                to={paths.school.pupils(one.filter ? { filtre: one.filter } : {})}
                aria-current={one.filter === filter ? "true" : undefined}
              >
                {one.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {page.pupils.length === 0 ? (
        <EmptyState title="Aucun élève ici" level={3} />
      ) : (
        <PupilTable pupils={page.pupils} />
      )}
      <NextPageLink
        to={next ? paths.school.pupils(Object.assign({}, query, next)) : null}
        firstPage={isFirst ? null : paths.school.pupils(query)}
      />
    </section>
  );
}

function PupilTable({ pupils }: { pupils: readonly ListedPupil[] }) {
  return (
    <div className="table-scroll">
      <table className="school-table">
        <caption>Élèves par nom de famille</caption>
        <thead>
          <tr>
            <th scope="col">Élève</th>
            <th scope="col">Classe</th>
            <th scope="col">Responsables</th>
            <th scope="col">Compte</th>
          </tr>
        </thead>
        <tbody>
          {pupils.map(({ id, lastName, firstName, className, reachable, hasLostAddress, activated }) => (
            <tr key={id}>
              <th scope="row">
                {className === null ? (
                  `${lastName} ${firstName}`
                ) : (
                  <Link to={paths.school.pupil(id)}>
                    {lastName} {firstName}
                  </Link>
                )}
              </th>
              <td>{className ?? <span className="school-table__none">Sans classe</span>}</td>
              <td>
                {reachable ? "Adresse connue" : <StatusBadge tone="warning">Aucune adresse</StatusBadge>}
                {hasLostAddress ? (
                  <>
                    {" "}
                    <StatusBadge tone="warning">Messages non reçus</StatusBadge>
                  </>
                ) : null}
              </td>
              <td>{activated ? "Activé" : "Pas encore activé"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
