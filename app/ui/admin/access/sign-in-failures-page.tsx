import { Form, Link } from "@remix-run/react";
import type { ReasonFigure, SchoolFigure } from "#app/domain/sign-in-failures/failure-figures.ts";
import type { Door } from "#app/domain/sign-in-failures/failure-reasons.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { paths } from "#app/paths.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { SubmitButton } from "../../components/form.tsx";
import { NextPageLink } from "../../components/next-page-link.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { DOOR_OPTIONS, doorText, reasonText } from "../../messages/administration/sign-in-failures.ts";
import { adminTrail } from "../admin-trail.ts";

export interface FailureFilterValues {
  du?: string | undefined;
  au?: string | undefined;
  acces?: Door | undefined;
  etablissement?: string | undefined;
}

interface SignInFailuresPageProps {
  /** The days that are counted, whether they were asked for or not. */
  period: { from: string; until: string };
  values: FailureFilterValues;
  reasons: readonly ReasonFigure[];
  schools: readonly SchoolFigure[];
  hasNext: boolean;
  page: number;
}

/** Why people do not get in, and where: counts, and nobody's name. */
export function SignInFailuresPage(props: SignInFailuresPageProps) {
  const { period, values, reasons, schools, hasNext, page } = props;
  const isFiltered = Object.values(values).some(Boolean);
  const total = reasons.reduce((sum, { count }) => sum + count, 0);
  const link = (to: number) =>
    paths.admin.signInFailures({ ...values, page: to > 1 ? String(to) : undefined });
  return (
    <Page>
      <PageHeader
        title="Connexions qui échouent"
        trail={adminTrail}
        lead="Par jour, façon d’entrer, raison et établissement. Ni nom, ni adresse, ni identifiant : seulement des nombres, gardés un an."
      />
      <FailureFilters key={JSON.stringify(values)} values={values} isFiltered={isFiltered} />
      <section aria-labelledby="raisons">
        <h2 id="raisons">Les raisons</h2>
        <p>
          Connexions refusées {frenchPeriod(period.from, period.until)}&nbsp;: {frenchNumber(total)}.
        </p>
        {reasons.length > 0 ? (
          <ReasonTable reasons={reasons} />
        ) : (
          <EmptyState
            title="Aucune connexion refusée"
            level={3}
            suggestions={
              isFiltered
                ? [{ to: paths.admin.signInFailures(), label: "Revenir aux trente derniers jours" }]
                : []
            }
          />
        )}
      </section>
      {schools.length > 0 ? (
        <section aria-labelledby="etablissements">
          <h2 id="etablissements">Les établissements</h2>
          <p>
            Quand la connexion en indique un : carte d’activation, EduConnect, compte académique, invitation.
          </p>
          <SchoolTable schools={schools} values={values} />
          <NextPageLink to={hasNext ? link(page + 1) : null} firstPage={page > 1 ? link(1) : null} />
        </section>
      ) : null}
    </Page>
  );
}

function FailureFilters({ values, isFiltered }: { values: FailureFilterValues; isFiltered: boolean }) {
  const { du = "", au = "", acces = "", etablissement = "" } = values;
  return (
    <div className="message-filters">
      <Disclosure title="Choisir une période, un établissement" open={isFiltered}>
        <Form method="get" action={paths.admin.signInFailures()}>
          <div className="message-filters__fields">
            <TextField name="du" label="Du" type="date" defaultValue={du} />
            <TextField name="au" label="Au" type="date" defaultValue={au} />
            <SelectField
              name="acces"
              label="Façon d’entrer"
              emptyLabel="Toutes"
              options={DOOR_OPTIONS}
              defaultValue={acces}
            />
            <TextField
              name="etablissement"
              label="UAI de l’établissement"
              hint="Sept chiffres et une lettre"
              defaultValue={etablissement}
            />
          </div>
          <SubmitButton variant="secondary">Filtrer</SubmitButton>
        </Form>
      </Disclosure>
      {isFiltered ? (
        <p className="message-filters__reset">
          <Link to={paths.admin.signInFailures()}>Revenir aux trente derniers jours, partout</Link>
        </p>
      ) : null}
    </div>
  );
}

function ReasonTable({ reasons }: Pick<SignInFailuresPageProps, "reasons">) {
  return (
    <div className="table-scroll">
      <table className="school-table message-table">
        <caption className="fr-sr-only">Raisons, de la plus fréquente à la plus rare</caption>
        <thead>
          <tr>
            <th scope="col">Raison</th>
            <th scope="col">Façon d’entrer</th>
            <th scope="col">Nombre</th>
            <th scope="col">Que faire</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ door, reason, count }) => (
            <tr key={`${door} ${reason}`}>
              <th scope="row">{reasonText(reason).what}</th>
              <td>
                <span className="school-table__label">Façon d’entrer&nbsp;: </span>
                {doorText(door)}
              </td>
              <td>
                <span className="school-table__label">Nombre&nbsp;: </span>
                {frenchNumber(count)}
              </td>
              <td>
                <span className="school-table__label">Que faire&nbsp;: </span>
                {reasonText(reason).remedy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SchoolTable({ schools, values }: Pick<SignInFailuresPageProps, "schools" | "values">) {
  return (
    <div className="table-scroll">
      <table className="school-table">
        <caption className="fr-sr-only">Établissements, du plus au moins concerné</caption>
        <thead>
          <tr>
            <th scope="col">Établissement</th>
            <th scope="col">Commune</th>
            <th scope="col">Nombre</th>
          </tr>
        </thead>
        <tbody>
          {schools.map(({ uai, name, town, count }) => (
            <tr key={uai}>
              <th scope="row">
                <Link to={paths.admin.signInFailures({ ...values, etablissement: uai })}>
                  {name ?? "Absent de l’annuaire"} ({uai})
                </Link>
              </th>
              <td>
                <span className="school-table__label">Commune&nbsp;: </span>
                {town ?? "inconnue"}
              </td>
              <td>
                <span className="school-table__label">Nombre&nbsp;: </span>
                {frenchNumber(count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
