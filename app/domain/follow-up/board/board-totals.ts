import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import { DECLINE_REASONS, type DeclineReason } from "../../applications/application.ts";
import type { BoardClass, BoardLine } from "./board-line.ts";
import { STANDINGS, type Standing } from "./standing.ts";

export interface BoardTotals {
  id: string;
  name: string;
  /** Of how many the counts are: those that the school expects, or those entered where they are more or where it has not said. */
  outOf: number;
  pupils: number;
  activated: number;
  standings: Record<Standing, number>;
  /** Why hosts refused, the most frequent first. */
  refusals: { reason: DeclineReason; count: number }[];
}

export function classTotals(classes: readonly BoardClass[], lines: readonly BoardLine[]): BoardTotals[] {
  return classes.map(({ id, name, expected }) => {
    const own = lines.filter(({ classGroupId }) => classGroupId === id);
    return totalsOf({ id, name, outOf: Math.max(expected ?? 0, own.length) }, own);
  });
}

/** All classes together, with the pupils entrusted one by one. */
export function wholeTotals(classes: readonly BoardTotals[], lines: readonly BoardLine[]): BoardTotals {
  const entrusted = lines.filter(({ classGroupId }) => !classes.some(({ id }) => id === classGroupId));
  const outOf = classes.reduce((sum, one) => sum + one.outOf, entrusted.length);
  return totalsOf({ id: "", name: "", outOf }, lines);
}

function totalsOf(of: Pick<BoardTotals, "id" | "name" | "outOf">, lines: readonly BoardLine[]): BoardTotals {
  const standings = STANDINGS.map((one) => [one, lines.filter(({ standing }) => standing === one).length]);
  const refusals = DECLINE_REASONS.map((reason) => ({
    reason,
    count: lines.reduce((sum, { refusalReasons }) => sum + (refusalReasons[reason] ?? 0), 0),
  }));
  return {
    ...of,
    pupils: lines.length,
    activated: lines.filter(({ activated }) => activated).length,
    standings: Object.fromEntries(standings) as Record<Standing, number>,
    refusals: refusals.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count),
  };
}

/** What waits at someone's, and for how many days the oldest does. */
export interface Waiting {
  total: number;
  days: number;
}

/** Agreements that wait for each of those who act at school. */
export function waitingAgreements(
  lines: readonly BoardLine[],
  party: "school" | "teacher" | "signatories",
  now: Date,
): Waiting {
  const since = lines
    .flatMap(({ agreements }) => agreements.map(({ awaited }) => awaited))
    .flatMap((awaited) => (awaited?.party === party ? [awaited.since] : []))
    .map((at) => daysBetween(parisDate(at), parisDate(now)));
  return { total: since.length, days: Math.max(0, ...since) };
}
