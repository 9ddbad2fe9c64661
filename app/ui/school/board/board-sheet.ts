import { DECLINE_REASONS } from "#app/domain/applications/application.ts";
import type { BoardLine } from "#app/domain/follow-up/board/board-line.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Sheet } from "#app/kernel/files/workbook-file.ts";
import { awaitedText } from "../../messages/awaited.ts";
import { helpText, refusalsText } from "../../messages/board.ts";
import { standingDetail, standingLabel } from "../../messages/standings.ts";

/** Widths in characters, for the words that a line bears most often. */
const COLUMNS: Sheet["columns"] = [
  { title: "Nom", width: 20 },
  { title: "Prénom", width: 16 },
  { title: "Classe", width: 12 },
  { title: "Situation", width: 24 },
  { title: "Détail", width: 34 },
  { title: "Attente", width: 44 },
  { title: "À aider", width: 34 },
  { title: "Candidatures envoyées", width: 14 },
  { title: "Refusées", width: 10 },
  { title: "Sans réponse", width: 10 },
  { title: "Motifs de refus", width: 34 },
  { title: "Structures", width: 30 },
  { title: "Première connexion", width: 13, day: true },
  { title: "Dernière étape", width: 13, day: true },
];

/** The board as the table of a file: one column a fact, counts and days as spreadsheets sort them. */
export function boardSheet(lines: readonly BoardLine[], now: Date): Sheet {
  return { name: "Élèves", columns: COLUMNS, rows: lines.map((line) => row(line, now)) };
}

function row(line: BoardLine, now: Date): (string | number)[] {
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
    line.sent,
    line.refused,
    line.unanswered,
    refusalsText(refusals),
    line.agreements.map(({ hostName }) => hostName).join(", "),
    line.firstSeenAt ? parisDate(line.firstSeenAt) : "",
    line.lastStepAt ? parisDate(line.lastStepAt) : "",
  ];
}
