import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";

/** How a state is written in the query of a list: `?etat=a-valider`. */
export const STATE_SLUGS: Record<AgreementStatus, string> = {
  completed: "a-valider",
  changes_requested: "modification",
  draft: "brouillon",
  teacher_validated: "validee",
  signing: "signatures",
  signed: "signee",
  cancelled: "annulee",
};

export function statusOfSlug(slug: string | null): AgreementStatus | null {
  const found = Object.entries(STATE_SLUGS).find(([, known]) => known === slug);
  return (found?.[0] ?? null) as AgreementStatus | null;
}
