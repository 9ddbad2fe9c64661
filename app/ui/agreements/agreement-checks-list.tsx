import type { AgreementChecks } from "#app/domain/agreements/content/agreement-checks.ts";
import { StatusBadge, type Tone } from "../components/status-badge.tsx";
import { MISSING_FIELD_LABELS } from "../messages/agreements.ts";
import { typeset } from "#app/kernel/typography.ts";
import { describeHoursFinding } from "../messages/hours-findings.ts";

interface Line {
  tone: Extract<Tone, "success" | "warning" | "error">;
  text: string;
}

const WORDS: Record<Line["tone"], string> = { success: "Vérifié", warning: "À noter", error: "À corriger" };

/** What the service has verified by itself, in words. */
export function AgreementChecksList({ checks }: { checks: AgreementChecks }) {
  return (
    <ul className="checks">
      {linesOf(checks).map(({ tone, text }) => (
        <li key={text}>
          <StatusBadge tone={tone}>{WORDS[tone]}</StatusBadge> <span>{typeset(text)}</span>
        </li>
      ))}
    </ul>
  );
}

function linesOf(checks: AgreementChecks): Line[] {
  const missing = [...checks.missingHost, ...checks.missingSchool];
  const hours = checks.hours.map((finding): Line => ({
    tone: finding.severity,
    text: describeHoursFinding(finding),
  }));
  return [
    ...(hours.length > 0
      ? hours
      : [
          {
            tone: "success",
            text: "Horaires et repos conformes, en comptant tous les stages de l’élève.",
          } as const,
        ]),
    missing.length > 0
      ? {
          tone: "error",
          text: `Il manque ${missing.map((field) => MISSING_FIELD_LABELS[field]).join(", ")}.`,
        }
      : { tone: "success", text: "Tout ce qui est obligatoire est rempli." },
    checks.siretIsValid
      ? { tone: "success", text: "SIRET bien formé ; l’existence de l’entreprise n’est pas vérifiée." }
      : {
          tone: "warning",
          text: "Le SIRET de la structure d’accueil n’est pas valide\u00a0: vérifiez qu’elle existe.",
        },
    ...(checks.boardDeliberationMissing
      ? [
          {
            tone: "warning",
            text: "La date de la délibération du conseil d’administration n’est pas indiquée. Cela n’empêche pas de valider.",
          } as const,
        ]
      : []),
  ];
}
