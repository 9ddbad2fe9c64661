import type { ReactNode } from "react";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { Awaited } from "#app/domain/agreements/awaited/awaited.ts";
import { typeset } from "#app/kernel/typography.ts";
import type { DoneCode } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { DoneNotice } from "../components/done-notice.tsx";
import { PageHeader, type Crumb } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { awaitedText } from "../messages/awaited.ts";
import { agreementStatusLabel, type AgreementReader } from "../messages/agreements.ts";

interface AgreementHeadProps {
  title: string;
  lead: string;
  trail: readonly Crumb[];
  status: AgreementStatus;
  awaited: Awaited | null;
  now: Date;
  reader: AgreementReader;
  /** Code of what was just done. */
  done: DoneCode<"agreement"> | null;
  /** Null for a reader who may not have the file. */
  pdf: string | null;
  children?: ReactNode;
}

const DRAFT_STAGES: readonly AgreementStatus[] = ["draft", "completed", "changes_requested"];

/** Title, state, who is awaited, what was just done, and the PDF: the top of each page about an agreement. */
export function AgreementHead({
  title,
  lead,
  trail,
  status,
  awaited,
  now,
  reader,
  done,
  pdf,
  children,
}: AgreementHeadProps) {
  const label = agreementStatusLabel(status, reader);
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        trail={trail}
        aside={
          <StatusBadge tone={label.tone} small={false}>
            {label.text}
          </StatusBadge>
        }
      />
      {awaited ? <p className="agreement-turn">{typeset(awaitedText(awaited, now))}</p> : null}
      <DoneNotice page="agreement" done={done} />
      {children}
      {pdf ? (
        <ButtonRow>
          <ButtonLink to={pdf} variant="secondary" icon="fr-icon-download-line" reloadDocument>
            {pdfLabel(status)}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  );
}

function pdfLabel(status: AgreementStatus): string {
  if (status === "cancelled") return "Voir la convention annulée (PDF)";
  return DRAFT_STAGES.includes(status) ? "Voir le projet de convention (PDF)" : "Voir la convention (PDF)";
}
