import { Link } from "@remix-run/react";
import type { RosterStatus } from "#app/domain/roster/roster-import.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { TextField } from "../../components/fields/text-field.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import { fieldErrors, type Refusal } from "../../forms/refusal.ts";
import { ROSTER_STATUS_TEXTS } from "../../messages/roster.ts";
import { pupilsTrail } from "./roster-trail.ts";

interface RosterSchool {
  uai: string;
  name: string;
  openImportId: string | null;
  imports: readonly { id: string; status: RosterStatus; requestedAt: Date }[];
}

interface SendRosterPageProps {
  schools: readonly RosterSchool[];
  chosen: string | null;
  refusal: Refusal | undefined;
}

/** Where a school sends the list of its pupils, and what became of the lists sent before. */
export function SendRosterPage({ schools, chosen, refusal }: SendRosterPageProps) {
  const school = schools.find(({ uai }) => uai === chosen);
  const others = schools.filter(({ uai }) => uai !== chosen);
  return (
    <Page narrow>
      <PageHeader
        title="Importer la liste des élèves"
        trail={pupilsTrail}
        lead="Envoyez l’export de votre logiciel, aussi souvent que vous voulez : vous lisez ce qui changerait avant que rien ne soit enregistré."
      />
      <RefusalNotice refusal={refusal} />
      {others.length > 0 ? (
        <ul>
          {others.map(({ uai, name }) => (
            <li key={uai}>
              <Link to={paths.school.sendRoster({ etablissement: uai })}>{name}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {school ? <OneSchool school={school} refusal={refusal} isOnly={others.length === 0} /> : null}
    </Page>
  );
}

interface OneSchoolProps {
  school: RosterSchool;
  refusal: Refusal | undefined;
  isOnly: boolean;
}

function OneSchool({ school, refusal, isOnly }: OneSchoolProps) {
  const query = isOnly ? {} : { etablissement: school.uai };
  return (
    <section aria-labelledby="envoi">
      <h2 id="envoi">{school.name}</h2>
      {school.openImportId ? (
        <Notice title="Une liste attend déjà" level={3}>
          <p>
            <Link to={paths.school.rosterImport(school.openImportId)}>Voir où elle en est</Link>
          </p>
          <p>Tant qu’elle n’est pas confirmée, un nouveau fichier la remplace.</p>
        </Notice>
      ) : null}
      <SubmitForm encType="multipart/form-data" mandatory="one" action={paths.school.sendRoster(query)}>
        <TextField
          name="file"
          label="Fichier"
          hint="CSV ou Excel (.xlsx), 5 Mo au plus, tel que SIECLE, Pronote ou un autre logiciel l’exporte : l’ordre et le nom des colonnes sont reconnus. Il est effacé dès la fin de l’import."
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          error={fieldErrors(refusal).file?.[0]}
          required
        />
        <SubmitButton>Vérifier le fichier</SubmitButton>
      </SubmitForm>
      <PastImports imports={school.imports} />
    </section>
  );
}

function PastImports({ imports }: Pick<RosterSchool, "imports">) {
  if (imports.length === 0) return null;
  return (
    <>
      <h3>Dernières listes</h3>
      <ul>
        {imports.map(({ id, status, requestedAt }) => (
          <li key={id}>
            <Link to={paths.school.rosterImport(id)}>Liste du {frenchDateTime(new Date(requestedAt))}</Link>{" "}
            <StatusBadge tone={ROSTER_STATUS_TEXTS[status].tone}>
              {ROSTER_STATUS_TEXTS[status].text}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </>
  );
}
