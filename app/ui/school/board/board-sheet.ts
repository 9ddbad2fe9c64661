import { DECLINE_REASONS } from "#app/domain/applications/application.ts";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { awaitedText } from "../../messages/awaited.ts";
import { helpText, refusalsText } from "../../messages/board.ts";
import { standingDetail, standingLabel } from "../../messages/standings.ts";

const COLUMNS = [
  "Nom",
  "Prénom",
  "Classe",
  "Situation",
  "Détail",
  "Attente",
  "À aider",
  "Candidatures envoyées",
  "Refusées",
  "Sans réponse",
  "Motifs de refus",
  "Structures",
  "Première connexion",
  "Dernière étape",
];

/** The board as the rows of a file: one column a fact, days as spreadsheets sort them. */
export function boardSheet(lines: readonly BoardLine[], now: Date): string[][] {
  return [COLUMNS, ...lines.map((line) => row(line, now))];
}

function row(line: BoardLine, now: Date): string[] {
  const refusals = DECLINE_REASONS.flatMap((reason) => {
    const count = line.refusalReasons[reason];
    return count ? [{ reason, count }] : [];
  });
  return [
    line.lastName,
    line.firstName,
    line.className,
    standingLabel(line).text,
    standingDetail(line) ?? "",
    line.awaited ? awaitedText(line.awaited, now) : "",
    helpText(line) ?? "",
    String(line.sent),
    String(line.refused),
    String(line.unanswered),
    refusalsText(refusals),
    line.agreements.map(({ hostName }) => hostName).join(", "),
    line.firstSeenAt ? parisDate(line.firstSeenAt) : "",
    line.lastStepAt ? parisDate(line.lastStepAt) : "",
  ];
}
