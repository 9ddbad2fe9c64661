import { isAtWork, isOpen, type RosterStatus } from "#app/domain/roster/roster-import.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { paths, type DoneCode } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../../components/button-link.tsx";
import { DoneNotice } from "../../components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Page, PageHeader } from "../../components/page-header.tsx";
import { RefusalNotice } from "../../components/refusal-notice.tsx";
import { StatusBadge } from "../../components/status-badge.tsx";
import type { Refusal } from "../../forms/refusal.ts";
import { FILE_PROBLEM_TEXTS, ROSTER_STATUS_TEXTS } from "../../messages/roster.ts";
import { useRefresh } from "../../shell/refresh.tsx";
import { RosterColumnsForm } from "./roster-columns-form.tsx";
import { RosterProgress } from "./roster-progress.tsx";
import { RosterReportView } from "./roster-report.tsx";
import { RosterReviewView } from "./roster-review.tsx";
import { rostersTrail } from "./roster-trail.ts";
import type { ShownRoster } from "./shown-roster.ts";

interface RosterImportPageProps {
  shown: ShownRoster;
  /** The school wishes to tell the columns itself. */
  mapping: boolean;
  refreshSeconds: number | null;
  done: DoneCode<"rosterImport"> | null;
  refusal: Refusal | undefined;
}

/** One list: how far it is, what it would change, what it has changed. */
export function RosterImportPage({ shown, mapping, refreshSeconds, done, refusal }: RosterImportPageProps) {
  const { status, columns, review, report, problem } = shown;
  useRefresh(refreshSeconds);
  const tellsColumns = status === "to_map" || (status === "checked" && mapping);
  return (
    <Page>
      <PageHeader
        title="Import d’une liste d’élèves"
        lead={shown.schoolName}
        crumb={`Liste du ${frenchDateTime(new Date(shown.requestedAt))}`}
        trail={rostersTrail}
        aside={
          <StatusBadge tone={ROSTER_STATUS_TEXTS[status].tone}>
            {ROSTER_STATUS_TEXTS[status].text}
          </StatusBadge>
        }
      />
      {refusal ? null : <DoneNotice page="rosterImport" done={doneStill(done, status)} />}
      <RefusalNotice refusal={refusal} />
      {isAtWork(status) ? <RosterProgress shown={shown} refreshes={refreshSeconds !== null} /> : null}
      {problem ? (
        <Notice tone="error" title="Ce fichier n’a pas pu être lu : rien n’a changé">
          <p>{typeset(FILE_PROBLEM_TEXTS[problem])}</p>
        </Notice>
      ) : null}
      {tellsColumns && columns ? <RosterColumnsForm columns={columns} refusal={refusal} /> : null}
      {status === "checked" && review && !mapping ? (
        <RosterReviewView id={shown.id} review={review} refusal={refusal} />
      ) : null}
      {report ? <RosterReportView id={shown.id} report={report} /> : null}
      {status === "to_map" || status === "checked" ? (
        <SubmitForm action={paths.school.rosterImport(shown.id)}>
          <SubmitButton variant="tertiary" intent="abandon">
            Abandonner et effacer le fichier
          </SubmitButton>
        </SubmitForm>
      ) : null}
      {isOpen(status) ? null : (
        <ButtonRow>
          <ButtonLink to={paths.school.pupils()}>Voir les élèves</ButtonLink>
          <ButtonLink to={paths.school.sendRoster()} variant="secondary">
            Envoyer un autre fichier
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}

/** Told as long as it holds. */
function doneStill(done: DoneCode<"rosterImport"> | null, status: RosterStatus) {
  if (done === "abandonne") return status === "abandoned" ? done : null;
  return isAtWork(status) || (done === "colonnes" && status === "checked") ? done : null;
}
