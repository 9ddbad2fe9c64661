import type { PlannedPupil, RosterPlan } from "../plan/roster-plan.ts";
import { PROBLEM_REACH, type RosterProblem } from "../pupils/roster-problem.ts";
import { MOST_PROBLEMS, type RosterColumns, type RosterCounts, type RosterReview } from "../roster-import.ts";
import type { HeldByPupils } from "./held-by-pupils.queries.server.ts";

interface Checked {
  columns: RosterColumns;
  read: { problems: readonly RosterProblem[]; otherLevels: number };
  plan: RosterPlan;
  held: HeldByPupils;
}

/** What a school reads before it imports. */
export function reviewOf({ columns, read, plan, held }: Checked): RosterReview {
  const problems = allProblems(columns, read.problems, plan);
  const { silentClasses, newClasses, lowHeadCounts } = plan;
  return {
    header: columns.header,
    samples: columns.samples,
    columns: columns.columns,
    counts: countsOf(plan, problems, read.otherLevels),
    problems: problems.slice(0, MOST_PROBLEMS),
    added: plan.pupils
      .filter(({ isNew }) => isNew)
      .map((pupil) => ({ name: nameOf(pupil), className: pupil.className })),
    moved: plan.pupils
      .filter(({ isMoved }) => isMoved)
      .map((pupil) => ({ name: nameOf(pupil), from: pupil.fromClassName, to: pupil.className ?? "" })),
    changed: plan.pupils.filter(isChanged).map((pupil) => ({ name: nameOf(pupil), changes: pupil.changes })),
    gone: plan.gone.map(({ personId, name, className }) => {
      const { live, agreements } = held.get(personId) ?? { live: 0, agreements: 0 };
      return { personId, name, className, live, agreements };
    }),
    silentClasses,
    newClasses,
    raisedHeadCounts: plan.raisedHeadCounts.map(({ name, from, to }) => ({ name, from, to })),
    lowHeadCounts,
  };
}

function nameOf({ lastName, firstName }: PlannedPupil): string {
  return `${lastName} ${firstName}`;
}

function isChanged({ isNew, changes }: PlannedPupil): boolean {
  return !isNew && changes.length > 0;
}

/** Those of the cells, and those that only the school's other pupils and its staff show. */
export function allProblems(
  { columns }: Pick<RosterColumns, "columns">,
  problems: readonly RosterProblem[],
  plan: RosterPlan,
): RosterProblem[] {
  const elsewhere = plan.elsewhereLines.map((line) => ({
    line,
    column: columns.ine?.[0] ?? columns.lastName?.[0] ?? null,
    field: columns.ine ? ("ine" as const) : ("lastName" as const),
    code: "elsewhere" as const,
  }));
  const teachers = plan.unknownTeacherLines.map(({ line, role }) => {
    const field = role === "form_teacher" ? ("formTeacher" as const) : ("referentTeacher" as const);
    return { line, column: columns[field]?.[0] ?? null, field, code: "unknown_teacher" as const };
  });
  return [...problems, ...elsewhere, ...teachers].sort((a, b) => a.line - b.line);
}

export function countsOf(
  plan: RosterPlan,
  problems: readonly RosterProblem[],
  otherLevels: number,
): RosterCounts {
  const isSame = (pupil: PlannedPupil) => !pupil.isNew && !pupil.isMoved && !isChanged(pupil);
  return {
    added: plan.pupils.filter(({ isNew }) => isNew).length,
    moved: plan.pupils.filter(({ isMoved }) => isMoved).length,
    changed: plan.pupils.filter(isChanged).length,
    unchanged: plan.pupils.filter(isSame).length,
    gone: plan.gone.length,
    setAside: problems.filter(({ code }) => PROBLEM_REACH[code] === "line").length,
    otherLevels,
    classes: plan.newClasses.length,
    teachers: plan.teachers.length,
    problems: problems.length,
  };
}
