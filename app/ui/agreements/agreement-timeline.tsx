import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { AgreementChange } from "#app/domain/agreements/agreement-view.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { Timeline, type TimelineStep } from "../components/timeline.tsx";
import {
  AGREEMENT_NEXT_STEPS,
  AGREEMENT_STEPS,
  agreementChangeDetail,
  agreementStepText,
} from "../messages/agreements.ts";

type ToldChange = Pick<AgreementChange, "from" | "to" | "at" | "byName"> & { reason?: string | null };

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
  const done = changes.map(({ from, to, at, byName, reason }, index): TimelineStep => ({
    title: agreementStepText({ from, to }),
    date: frenchDateTime(at),
    by: byName,
    detail: agreementChangeDetail(to, reason ?? null),
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
