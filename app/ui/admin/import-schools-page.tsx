import { Link } from "@remix-run/react";
import type { ImportStatus } from "#app/domain/schools/imports/school-import.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { TextField } from "../components/fields/text-field.tsx";
import { fieldErrors, type Refusal } from "../forms/refusal.ts";
import { IMPORT_STATUS_TEXTS } from "../messages/administration/school-imports.ts";
import { schoolsTrail } from "./admin-trail.ts";

interface ImportSchoolsPageProps {
  imports: readonly { id: string; status: ImportStatus; requestedAt: Date }[];
  underWay: string | null;
  refusal: Refusal | undefined;
}

/** Where the directory of schools is sent, and what became of the files sent before. */
export function ImportSchoolsPage({ imports, underWay, refusal }: ImportSchoolsPageProps) {
  const errors = fieldErrors(refusal);
  return (
    <Page narrow>
      <PageHeader
        title="Importer l’annuaire"
        trail={schoolsTrail}
        lead="Le même fichier peut être importé plusieurs fois : seuls les établissements qui ont changé sont modifiés."
      />
      <RefusalNotice refusal={refusal} />
      {underWay ? (
        <Notice title="Un import est en cours">
          <p>
            <Link to={paths.admin.schoolImport(underWay)}>Suivre cet import</Link>
          </p>
        </Notice>
      ) : (
        <SubmitForm encType="multipart/form-data" mandatory="unmarked">
          <TextField
            name="directory"
            label="Fichier de l’annuaire"
            hint="Le CSV « annuaire de l’éducation » tel qu’il est publié sur data.education.gouv.fr, réduit aux lycées : points-virgules, UTF-8, 16 Mo au plus."
            type="file"
            accept=".csv,text/csv"
            error={errors.directory?.[0]}
            required
          />
          <TextField
            name="enrolment"
            label="Fichier des effectifs"
            hint="Un CSV aux colonnes uai;secondes_gt;source, 1 Mo au plus."
            type="file"
            accept=".csv,text/csv"
            error={errors.enrolment?.[0]}
            optional
          />
          <SubmitButton>Importer</SubmitButton>
        </SubmitForm>
      )}
      {imports.length > 0 ? <PastImports imports={imports} /> : null}
    </Page>
  );
}

function PastImports({ imports }: Pick<ImportSchoolsPageProps, "imports">) {
  return (
    <section aria-labelledby="derniers">
      <h2 id="derniers">Derniers imports</h2>
      <ul>
        {imports.map(({ id, status, requestedAt }) => (
          <li key={id}>
            <Link to={paths.admin.schoolImport(id)}>Import du {frenchDateTime(new Date(requestedAt))}</Link>{" "}
            <StatusBadge tone={IMPORT_STATUS_TEXTS[status].tone}>
              {IMPORT_STATUS_TEXTS[status].text}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </section>
  );
}
