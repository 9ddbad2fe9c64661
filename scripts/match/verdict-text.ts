import { CONTRACT_CODES } from "#app/domain/matching/market.ts";
import type { Fault, Finding, Verdict } from "#app/domain/matching/verifier.ts";

const FAULTS: Record<Fault, string> = {
  unlisted: "contrat que l'élève n'a pas demandé",
  ineligible: "offre réservée, élève sans l'étiquette demandée",
  same_week_twice: "deux contrats d'un élève la même semaine",
  week_overfull: "plus de contrats que de places dans la semaine",
  blocking: "contrat bloquant : l'élève le préfère et l'offre l'accepterait",
};

/** The faults found, counted, then the first of them. Empty when the assignment is stable. */
export function describeVerdict(
  verdict: Verdict,
  pupilIds: readonly string[],
  offerIds: readonly string[],
): string[] {
  if (verdict.stable) return [];
  const describe = (finding: Finding): string => {
    const offer = `offre ${offerIds[finding.offer]!}`;
    const pupil = pupilIds[finding.pupil];
    const who = pupil === undefined ? offer : `élève ${pupil}, ${offer}`;
    return `${who}, contrat ${CONTRACT_CODES[finding.kind]} : ${FAULTS[finding.fault]}`;
  };
  const totals = Object.entries(verdict.counts)
    .filter(([, count]) => count > 0)
    .map(([fault, count]) => `${FAULTS[fault as Fault]} : ${count}`);
  return [...verdict.findings.map(describe), ...totals];
}
