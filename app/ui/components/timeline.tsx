import type { ReactNode } from "react";
import { typeset, typesetNode } from "#app/kernel/typography.ts";

export interface TimelineStep {
  title: string;
  /** "17 juin 2027 à 14 h 05" */
  date?: string;
  /** Who did it, when the reader may know: "Claire Petit". */
  by?: string | null;
  detail?: ReactNode;
  state: "done" | "current" | "upcoming";
}

const stateLabels = { done: "Fait", current: "En cours", upcoming: "À venir" } as const;

/** Where things stand, step by step; each state is also told in words. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step, index) => (
        <li
          className={`timeline__step timeline__step--${step.state}`}
          key={`${index}-${step.title}`}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <p className="timeline__title">
            <span className="fr-sr-only">{stateLabels[step.state]}&nbsp;: </span>
            {typeset(step.title)}
          </p>
          {step.date ? (
            <p className="timeline__date">
              {step.date}
              {step.by ? `, par ${step.by}` : ""}
            </p>
          ) : null}
          {step.detail ? <div className="timeline__detail">{typesetNode(step.detail)}</div> : null}
        </li>
      ))}
    </ol>
  );
}
