import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { Timeline, type TimelineStep } from "../components/timeline.tsx";
import { AGREEMENT_NEXT_STEPS, AGREEMENT_STEPS, agreementStepText } from "../messages/agreements.ts";

export interface ToldChange {
  from: AgreementStatus | null;
  to: AgreementStatus;
  at: Date;
  reason?: string | null;
}

const PATH: readonly AgreementStatus[] = ["completed", "teacher_validated", "signing", "signed"];
const ENDED: readonly AgreementStatus[] = ["signed", "cancelled"];

/** What happened to the agreement, then what is left. */
export function AgreementTimeline({
  status,
  changes,
}: {
  status: AgreementStatus;
  changes: readonly ToldChange[];
}) {
  const done = changes.map(({ from, to, at, reason }, index): TimelineStep => ({
    title: agreementStepText({ from, to }),
    date: frenchDateTime(at),
    ...(reason ? { detail: `«\u00a0${reason}\u00a0»` } : {}),
    state: index === changes.length - 1 && !ENDED.includes(to) ? "current" : "done",
  }));
  return <Timeline label="Avancement de la convention" steps={[...done, ...stepsLeft(status)]} />;
}

function stepsLeft(status: AgreementStatus): TimelineStep[] {
  if (ENDED.includes(status)) return [];
  // A draft and a modification asked for both lead to a complete agreement.
  return PATH.slice(PATH.indexOf(status) + 1).map((step) => ({
    title: AGREEMENT_NEXT_STEPS[step] ?? AGREEMENT_STEPS[step],
    state: "upcoming",
  }));
}
