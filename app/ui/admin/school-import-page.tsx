import { Link } from "@remix-run/react";
import {
  isUnderWay,
  shareRead,
  type ImportProblem,
  type ImportStatus,
  type KeptReport,
} from "#app/domain/schools/imports/school-import.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { frenchNumber } from "#app/kernel/french-number.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink } from "../components/button-link.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import { Page, PageHeader } from "../components/page-header.tsx";
import { RefusalNotice } from "../components/refusal-notice.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import type { Refusal } from "../forms/refusal.ts";
import { IMPORT_STATUS_TEXTS, importProblemText } from "../messages/administration/school-imports.ts";
import { useRefresh } from "../shell/refresh.tsx";
import { importsTrail } from "./admin-trail.ts";
import { SchoolImportReport } from "./school-import-report.tsx";

interface ShownImport {
  id: string;
  status: ImportStatus;
  requestedAt: Date;
  lines: number;
  rowsRead: number;
  report: KeptReport | null;
  problem: ImportProblem | null;
}

interface SchoolImportPageProps {
  shown: ShownImport;
  /** How often the page is read again by itself; null when it is not. */
  refreshSeconds: number | null;
  done: DoneCode<"schoolImport"> | null;
  refusal: Refusal | undefined;
}

/** One import: how far it is while it lasts, what it came to once it is over. */
export function SchoolImportPage({ shown, refreshSeconds, done, refusal }: SchoolImportPageProps) {
  const { status, report, problem } = shown;
  useRefresh(refreshSeconds);
  return (
    <Page>
      <PageHeader
        title="Import de l’annuaire"
        crumb={`Import du ${frenchDateTime(new Date(shown.requestedAt))}`}
        trail={importsTrail}
        aside={
          <StatusBadge tone={IMPORT_STATUS_TEXTS[status].tone}>
            {IMPORT_STATUS_TEXTS[status].text}
          </StatusBadge>
        }
      />
      {refusal ? null : <DoneNotice page="schoolImport" done={doneStill(done, status)} />}
      <RefusalNotice refusal={refusal} />
      {isUnderWay(status) ? <Progress shown={shown} refreshes={refreshSeconds !== null} /> : null}
      {problem ? (
        <Notice tone="error" title="Ce fichier n’a pas pu être importé : rien n’a changé">
          <p>{typeset(importProblemText(problem))}</p>
        </Notice>
      ) : null}
      {report ? <SchoolImportReport report={report} /> : null}
      {isUnderWay(status) ? null : (
        <div className="button-row">
          <ButtonLink to={paths.admin.schools()}>Voir les établissements</ButtonLink>
          <ButtonLink to={paths.admin.importSchools()} variant="secondary">
            Importer un autre fichier
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}

/** Told as long as it holds. */
function doneStill(done: DoneCode<"schoolImport"> | null, status: ImportStatus) {
  return done === "envoye" && !isUnderWay(status) ? null : done;
}

function Progress({ shown, refreshes }: { shown: ShownImport; refreshes: boolean }) {
  const share = shareRead(shown);
  return (
    <section aria-labelledby="avancement" className="import-progress">
      <h2 id="avancement">Avancement</h2>
      {share === null ? null : (
        <progress aria-labelledby="avancement" max={100} value={share}>
          {`${share} %`}
        </progress>
      )}
      <p role="status">
        {shown.status === "waiting"
          ? "L’import commence dès que le service a fini ce qu’il fait."
          : typeset(
              `${frenchNumber(shown.rowsRead)} lignes lues sur ${frenchNumber(shown.lines)}${share === null ? "" : ` (${share} %)`}.`,
            )}
      </p>
      <p>
        {refreshes
          ? "Cette page se met à jour toute seule. "
          : "Cette page ne se met pas à jour toute seule. "}
        <Link to={paths.admin.schoolImport(shown.id, refreshes ? { actualiser: "non" } : {})}>
          {refreshes ? "Ne plus la mettre à jour" : "La mettre à jour toute seule"}
        </Link>
      </p>
      <SubmitForm action={paths.admin.schoolImport(shown.id)}>
        <SubmitButton variant="secondary">Abandonner cet import</SubmitButton>
      </SubmitForm>
    </section>
  );
}
