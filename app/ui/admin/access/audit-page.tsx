import { Form, Link } from "@remix-run/react";
import type { AuditAction, AuditEntry } from "#app/domain/audit/audit-entry.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { Disclosure } from "../../components/disclosure.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { SelectField } from "../../components/fields/select-field.tsx";
import { TextField } from "../../components/fields/text-field.tsx";
import { HiddenField, SubmitButton } from "../../components/form.tsx";
import { NextPageLink } from "../../components/next-page-link.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import {
  AUDIT_OPTIONS,
  auditActionText,
  auditCapacityText,
  auditReasonText,
  auditSubjectText,
} from "../../messages/administration/audit.ts";
import { adminTrail } from "../admin-trail.ts";

export interface AuditFilterValues {
  acte?: AuditAction | undefined;
  du?: string | undefined;
  au?: string | undefined;
  qui?: string | undefined;
  objet?: string | undefined;
}

type AuditLine = AuditEntry & { actorName: string | null; sealed: boolean };

interface AuditPageProps {
  lines: readonly AuditLine[];
  nextCursor: string | null;
  values: AuditFilterValues;
  isFirstPage: boolean;
}

/** What administrators and those who manage accounts have done, without what they read or wrote. */
export function AuditPage({ lines, nextCursor, values, isFirstPage }: AuditPageProps) {
  const isFiltered = Object.values(values).some(Boolean);
  return (
    <Page>
      <PageHeader
        title="Journal des accès"
        trail={adminTrail}
        lead="Qui a fait quoi, sur quoi et pourquoi, pendant un an. Ni nom de personne concernée, ni contenu."
      />
      <AuditFilters key={JSON.stringify(values)} values={values} isFiltered={isFiltered} />
      {lines.length > 0 ? (
        <div className="table-scroll">
          <table className="school-table message-table">
            <caption className="fr-sr-only">Actes, du plus récent au plus ancien</caption>
            <thead>
              <tr>
                <th scope="col">Acte</th>
                <th scope="col">Qui</th>
                <th scope="col">Sur quoi</th>
                <th scope="col">D’où</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} {...line} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <EmptyState
          title="Aucun acte"
          suggestions={isFiltered ? [{ to: paths.admin.audit(), label: "Revenir à tous les actes" }] : []}
        />
      )}
      <NextPageLink
        to={nextCursor ? paths.admin.audit({ ...values, curseur: nextCursor }) : null}
        firstPage={isFirstPage ? null : paths.admin.audit({ ...values })}
      />
    </Page>
  );
}

function AuditFilters({ values, isFiltered }: { values: AuditFilterValues; isFiltered: boolean }) {
  const { acte = "", du = "", au = "", qui, objet } = values;
  return (
    <div className="message-filters">
      <Disclosure title="Filtrer le journal" open={isFiltered}>
        <Form method="get" action={paths.admin.audit()}>
          <div className="message-filters__fields">
            <SelectField
              name="acte"
              label="Acte"
              emptyLabel="Tous les actes"
              options={AUDIT_OPTIONS}
              defaultValue={acte}
            />
            <TextField name="du" label="Du" type="date" defaultValue={du} />
            <TextField name="au" label="Au" type="date" defaultValue={au} />
          </div>
          {qui ? <HiddenField name="qui" value={qui} /> : null}
          {objet ? <HiddenField name="objet" value={objet} /> : null}
          <SubmitButton variant="secondary">Filtrer</SubmitButton>
        </Form>
      </Disclosure>
      {isFiltered ? (
        <p className="message-filters__reset">
          {qui ? "Actes d’une seule personne. " : null}
          {objet ? "Actes sur un seul objet. " : null}
          <Link to={paths.admin.audit()}>Revenir à tous les actes</Link>
        </p>
      ) : null}
    </div>
  );
}

function Line(line: AuditLine) {
  const { action, at, actorId, actorName, capacity, reason, network, requestId, sealed } = line;
  const why = auditReasonText(reason);
  const when = frenchDateTime(new Date(at));
  return (
    <tr>
      <th scope="row">
        <p>{auditActionText(action)}</p>
        <p className="message-table__detail">
          {when}
          {why ? ` · ${why}` : null}
        </p>
      </th>
      <td>
        <p>{actorName ?? auditCapacityText(capacity)}</p>
        {actorId ? (
          <p className="message-table__detail">
            <Link to={paths.admin.audit({ qui: actorId })}>
              Tous ses actes<span className="fr-sr-only">{`, acte du ${when}`}</span>
            </Link>
          </p>
        ) : null}
      </td>
      <td>
        <Subject {...line} when={when} />
      </td>
      <td>
        <p>{network ?? "La machine du service"}</p>
        <p className="message-table__detail">
          {requestId ? <code>{requestId}</code> : null} {sealed ? "Scellé" : "Pas encore scellé"}
        </p>
      </td>
    </tr>
  );
}

function Subject({ subjectKind, subjectId, when }: AuditLine & { when: string }) {
  if (!subjectId) return <p>{auditSubjectText({ subjectKind })}</p>;
  return (
    <>
      <p>{auditSubjectText({ subjectKind })}</p>
      <p className="message-table__detail">
        <Link to={paths.admin.audit({ objet: subjectId })}>
          Tous les actes sur cet objet<span className="fr-sr-only">{`, acte du ${when}`}</span>
        </Link>
      </p>
    </>
  );
}
