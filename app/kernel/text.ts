import { withoutUnseen } from "./clean-text.ts";
import { frenchNumber } from "./french-number.ts";

/** Comparable form of a French text: no accent, no case, ligatures opened, hyphens and apostrophes as spaces. */
export function normaliseText(text: string): string {
  return withoutUnseen(text)
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** The lines of a text written as a list, without their dashes; a text of one line is one item. */
export function listOfLines(text: string): string[] {
  const lines = text.split(/\r?\n+/).filter((line) => line.trim() !== "");
  return lines.map((line) => line.trim().replace(/^[-–•*]\s*/, ""));
}

/** French plural of a counted noun: 0 and 1 are singular. */
export function plural(count: number, singular: string, several = `${singular}s`): string {
  return `${frenchNumber(count)} ${Math.abs(count) < 2 ? singular : several}`;
}

/** Names whose h is silent in French: "Candidature d’Hélène", but "de Hakim". */
const SILENT_H = /^h(?:el|en|erv|il|ip|on|or|ub|ug|yac|yer)/;

/** "d’Inès", "de Léa": the name after "de". */
export function ofName(name: string): string {
  const start = name
    .trim()
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return /^(?:[aeiouœæ]|y[^aeiou])/.test(start) || SILENT_H.test(start) ? `d’${name}` : `de ${name}`;
}

/** "du Havre", "des Abymes", "d’Angers", "du Lycée Colbert": the label of a place after "de". */
export function ofPlace(label: string): string {
  if (label.startsWith("Le ")) return `du ${label.slice(3)}`;
  if (label.startsWith("Les ")) return `des ${label.slice(4)}`;
  return label.startsWith("Lycée ") ? `du ${label}` : ofName(label);
}
