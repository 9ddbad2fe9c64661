import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Result } from "#app/kernel/result.ts";
import { findColumns, type Remembered, type RosterTable } from "./columns/find-columns.ts";
import type { FilePupil } from "./plan/match-pupils.ts";
import { readPupils, type ReadPupils } from "./pupils/read-pupils.ts";
import { readTables } from "./reading/read-tables.server.ts";
import type { FileProblem } from "./reading/table.ts";

/** The table of a file, with what is known of its columns. */
export async function readRosterTable(
  bytes: Uint8Array,
  remembered: Remembered,
): Promise<Result<RosterTable, FileProblem>> {
  const tables = await readTables(bytes);
  return tables.ok ? findColumns(tables.value, remembered) : tables;
}

export interface ReadRoster extends Omit<ReadPupils, "pupils"> {
  pupils: FilePupil[];
}

/** Its pupils. Their numbers are hashed at once: a national one to know them at EduConnect, the school's own for itself alone. */
export function readRosterPupils(
  table: RosterTable,
  { uai, now, pupilNumbers }: { uai: string; now: Date; pupilNumbers: PupilNumbers },
): ReadRoster {
  const { pupils, problems, otherLevels } = readPupils(table, { uai, today: parisDate(now) });
  return {
    problems,
    otherLevels,
    pupils: pupils.map((pupil) =>
      Object.assign(pupil, {
        keyHash: pupil.number === null ? null : pupilNumbers.hash(`${uai}:${pupil.number}`),
        numberHash: pupil.ine === null ? null : pupilNumbers.hash(pupil.ine),
      }),
    ),
  };
}

export function numberHashesOf({ pupils }: Pick<ReadRoster, "pupils">): string[] {
  return pupils.flatMap(({ numberHash }) => (numberHash === null ? [] : [numberHash]));
}
