import { Form } from "@remix-run/react";
import type { KnownSchool } from "#app/domain/schools/known-school.ts";
import { plural } from "#app/kernel/text.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { SubmitButton } from "../components/form.tsx";
import { NextPageLink } from "../components/next-page-link.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { adminTrail } from "./admin-trail.ts";

interface SchoolsPageProps {
  schools: readonly KnownSchool[];
  total: number;
  hasNext: boolean;
  page: number;
  words: string;
}

/** The schools that the service knows, and which of them have come in. */
export function SchoolsPage({ schools, total, hasNext, page, words }: SchoolsPageProps) {
  const link = (to: number) =>
    paths.admin.schools({ ...(words && { q: words }), ...(to > 1 && { page: String(to) }) });
  return (
    <Page>
      <PageHeader
        title="Établissements"
        trail={adminTrail}
        lead="Les lycées de l’annuaire officiel, et ceux dont la direction ou le secrétariat a un compte."
        aside={
          <ButtonLink to={paths.admin.importSchools()} variant="secondary">
            Importer l’annuaire
          </ButtonLink>
        }
      />
      <Form method="get" action={paths.admin.schools()} className="filter-form" role="search">
        <TextField key={words} name="q" label="Nom, UAI ou commune" type="search" defaultValue={words} />
        <SubmitButton variant="secondary">Rechercher</SubmitButton>
      </Form>
      <section aria-labelledby="liste">
        <h2 id="liste">
          {plural(total, "établissement")}
          {words ? typeset(` pour « ${words} »`) : ""}
        </h2>
        {schools.length > 0 ? <SchoolTable schools={schools} /> : <NoSchool words={words} />}
      </section>
      <NextPageLink to={hasNext ? link(page + 1) : null} firstPage={page > 1 ? link(1) : null} />
    </Page>
  );
}

function SchoolTable({ schools }: Pick<SchoolsPageProps, "schools">) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Établissements, par commune</caption>
        <thead>
          <tr>
            <th scope="col">Établissement</th>
            <th scope="col">Commune</th>
            <th scope="col">Élèves de seconde</th>
            <th scope="col">Compte de direction</th>
            <th scope="col">Compte de secrétariat</th>
          </tr>
        </thead>
        <tbody>
          {schools.map((school) => (
            <SchoolRow key={school.uai} {...school} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SchoolRow(school: KnownSchool) {
  const { uai, name, town, departmentCode, status, hasSeconde, secondeEnrolment, hasHead, hasOffice } =
    school;
  const closing = { open: "", closing: ", va fermer", closed: ", fermé" }[status] ?? "";
  return (
    <tr>
      <th scope="row">
        {name}{" "}
        <span className="message-table__detail">
          {uai}
          {closing}
        </span>
      </th>
      <td>
        <span className="school-table__label">Commune&nbsp;: </span>
        {town}
        {departmentCode ? ` (${departmentCode})` : ""}
      </td>
      <td>
        <span className="school-table__label">Élèves de seconde&nbsp;: </span>
        {hasSeconde ? (secondeEnrolment ?? "effectif inconnu") : "non concerné"}
      </td>
      <td>
        <span className="school-table__label">Compte de direction&nbsp;: </span>
        {hasHead ? "Oui" : "Non"}
      </td>
      <td>
        <span className="school-table__label">Compte de secrétariat&nbsp;: </span>
        {hasOffice ? "Oui" : "Non"}
      </td>
    </tr>
  );
}

function NoSchool({ words }: { words: string }) {
  return words ? (
    <EmptyState
      title="Aucun établissement ne correspond"
      level={3}
      suggestions={[{ to: paths.admin.schools(), label: "Voir tous les établissements" }]}
    />
  ) : (
    <EmptyState
      title="L’annuaire n’a pas encore été importé"
      level={3}
      suggestions={[{ to: paths.admin.importSchools(), label: "Importer l’annuaire" }]}
    />
  );
}
