import { eq, sql } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Database, Transaction } from "#db/client.ts";
import { rosterImports } from "#db/schema/index.ts";
import { lockRoster, readKnownSchool, type SchoolYear } from "./plan/known-school.store.server.ts";
import { planRoster } from "./plan/plan-roster.ts";
import type { PlannedPupil } from "./plan/roster-plan.ts";
import { numberHashesOf, readRosterPupils, readRosterTable, type ReadRoster } from "./read-roster.server.ts";
import { allProblems, countsOf } from "./review/review-roster.ts";
import {
  MOST_PROBLEMS,
  WRITING_STATUSES,
  type RosterChoices,
  type RosterReport,
  type RosterFileProblem,
} from "./roster-import.ts";
import { findImport } from "./roster-imports.queries.server.ts";
import { endImports, passOn, readFile, readRemembered } from "./roster-imports.store.server.ts";
import { leaveSchool } from "./writing/leave-school.store.server.ts";
import { followClasses, openClasses } from "./writing/write-classes.store.server.ts";
import { withIdentifiers, writePupils } from "./writing/write-pupils.store.server.ts";

/** As many at once: progress is told between two. */
const BATCH = 100;
const NO_CHOICE: RosterChoices = { newClasses: [], gone: [] };

/** It was ended meanwhile: nothing of this run is kept. */
class ImportOver extends Error {}

/**
 * Writes the list that a school has confirmed: pupils, classes, guardians, and those who have left, all in one transaction with its
 * report. What is to be written is worked out anew under the school's locks. A process that dies leaves the school as it was, and
 * the next one begins again.
 */
export async function runRosterImport(
  { db, clock, pupilNumbers }: UseCaseContext & { pupilNumbers: PupilNumbers },
  { importId }: { importId: string },
): Promise<void> {
  if (!(await passOn(db, importId, WRITING_STATUSES, { status: "running", written: 0 }))) return;
  const found = await findImport(db, importId);
  const bytes = await readFile(db, importId);
  if (!found || !bytes) return;
  const now = clock.now();
  const uai = found.schoolUai;
  const campaign = await getCurrentCampaign(db, now);
  const table = await readRosterTable(bytes, await readRemembered(db, uai));
  if (!table.ok || !campaign) {
    const problem: RosterFileProblem = table.ok ? "no_campaign" : table.error;
    const own = eq(rosterImports.id, importId);
    await endImports(db, own, WRITING_STATUSES, { status: "refused", problem }, now);
    return;
  }
  const read = readRosterPupils(table.value, { uai, now, pupilNumbers });
  const year = { uai, schoolYear: campaign.schoolYear, today: parisDate(now) };
  const onProgress = (written: number) => note(db, importId, written);
  await db
    .transaction(async (tx) => {
      const report = await write(tx, {
        read,
        columns: table.value.columns,
        year,
        choices: found.choices ?? NO_CHOICE,
        now,
        onProgress,
      });
      const own = eq(rosterImports.id, importId);
      const ended = await endImports(tx, own, WRITING_STATUSES, { status: "done", report }, now);
      if (ended.length === 0) throw new ImportOver();
    })
    .catch((error: unknown) => {
      if (!(error instanceof ImportOver)) throw error;
    });
}

interface Writing {
  read: ReadRoster;
  columns: Parameters<typeof allProblems>[0]["columns"];
  year: SchoolYear;
  choices: RosterChoices;
  now: Date;
  onProgress: (written: number) => Promise<void>;
}

async function write(
  tx: Transaction,
  { read, columns, year, choices, now, onProgress }: Writing,
): Promise<RosterReport> {
  await lockRoster(tx, year);
  const school = await readKnownSchool(tx, year, numberHashesOf(read));
  const plan = planRoster(read.pupils, school);
  const leaving = plan.gone.map(({ personId }) => personId).filter((id) => choices.gone.includes(id));
  const withdrawn = await leaveSchool(tx, { personIds: leaving, year, actorId: null }, now);
  const classOf = await openClasses(tx, { classes: school.classes, wanted: choices.newClasses, year });
  const pupils = withIdentifiers(plan.pupils.filter(needsWriting), classOf);
  for (let at = 0; at < pupils.length; at += BATCH) {
    await writePupils(tx, pupils.slice(at, at + BATCH), year, now);
    await onProgress(Math.min(plan.pupils.length, at + BATCH));
  }
  const teachers = await followClasses(tx, { plan, classOf }, now);
  const problems = allProblems({ columns }, read.problems, plan);
  const counts = countsOf(plan, problems, read.otherLevels);
  const classes = choices.newClasses.length;
  Object.assign(counts, { gone: leaving.length, classes, teachers });
  return { counts, problems: problems.slice(0, MOST_PROBLEMS), withdrawn };
}

function needsWriting({ isNew, isMoved, changes, keyHash }: PlannedPupil): boolean {
  return isNew || isMoved || changes.length > 0 || keyHash !== null;
}

/** Beside the transaction of the import: everyone sees it at once. */
async function note(db: Database, importId: string, written: number): Promise<void> {
  await db
    .update(rosterImports)
    .set({ written: sql`greatest(${rosterImports.written}, ${written})` })
    .where(eq(rosterImports.id, importId));
}
