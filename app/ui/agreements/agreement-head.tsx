import type { ReactNode } from "react";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import { ButtonLink, ButtonRow } from "../components/button-link.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHeader, type Crumb } from "../components/page-header.tsx";
import { StatusBadge } from "../components/status-badge.tsx";
import { typeset } from "#app/kernel/typography.ts";
import { agreementDone, agreementStatusLabel, type AgreementReader } from "../messages/agreements.ts";

interface AgreementHeadProps {
  title: string;
  lead: string;
  trail: readonly Crumb[];
  status: AgreementStatus;
  reader: AgreementReader;
  /** Code of what was just done. */
  done: string | null;
  pdf: string;
  children?: ReactNode;
}

const DRAFT_STAGES: readonly AgreementStatus[] = ["draft", "completed", "changes_requested", "cancelled"];

/** Title, state, what was just done, and the PDF: the top of each page about an agreement. */
export function AgreementHead({
  title,
  lead,
  trail,
  status,
  reader,
  done,
  pdf,
  children,
}: AgreementHeadProps) {
  const label = agreementStatusLabel(status, reader);
  const told = agreementDone(done);
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
      {told ? (
        <Notice tone="success" title={told.title} live>
          <p>{typeset(told.text)}</p>
        </Notice>
      ) : null}
      {children}
      <ButtonRow>
        <ButtonLink to={pdf} variant="secondary" icon="fr-icon-download-line" reloadDocument>
          {DRAFT_STAGES.includes(status) ? "Voir le projet de convention (PDF)" : "Voir la convention (PDF)"}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
