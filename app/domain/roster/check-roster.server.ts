import { eq } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { rosterImports } from "#db/schema/index.ts";
import { missingFields } from "./columns/roster-fields.ts";
import { readKnownSchool } from "./plan/known-school.store.server.ts";
import { planRoster } from "./plan/plan-roster.ts";
import { numberHashesOf, readRosterPupils, readRosterTable } from "./read-roster.server.ts";
import { reviewOf } from "./review/review-roster.ts";
import { countHeldBy } from "./review/held-by-pupils.queries.server.ts";
import type { RosterColumns } from "./roster-import.ts";
import { endImports, passOn, readFile, readRemembered } from "./roster-imports.store.server.ts";
import { findImport } from "./roster-imports.queries.server.ts";
import type { RosterTable } from "./columns/find-columns.ts";

/** Enough to tell what a column holds. */
const SAMPLES = 3;

/**
 * Reads the file that a school has sent and keeps what importing it would change, without changing anything: the school reads
 * that first. Columns that tell no pupil from another are asked for.
 */
export async function checkRoster(
  { db, clock, pupilNumbers }: UseCaseContext & { pupilNumbers: PupilNumbers },
  { importId }: { importId: string },
): Promise<void> {
  const found = await findImport(db, importId);
  const bytes = await readFile(db, importId);
  if (!found || found.status !== "checking" || !bytes) return;
  const now = clock.now();
  const uai = found.schoolUai;
  const campaign = await getCurrentCampaign(db, now);
  const table = await readRosterTable(bytes, await readRemembered(db, uai));
  if (!table.ok || !campaign) {
    const problem = table.ok ? "no_campaign" : table.error;
    await endImports(db, eq(rosterImports.id, importId), ["checking"], { status: "refused", problem }, now);
    return;
  }
  const columns = columnsOf(table.value);
  if (missingFields(table.value.columns).length > 0) {
    await passOn(db, importId, ["checking"], { status: "to_map", columns });
    return;
  }
  const read = readRosterPupils(table.value, { uai, now, pupilNumbers });
  const year = { uai, schoolYear: campaign.schoolYear, today: parisDate(now) };
  const plan = planRoster(read.pupils, await readKnownSchool(db, year, numberHashesOf(read)));
  const held = await countHeldBy(
    db,
    plan.gone.map(({ personId }) => personId),
    campaign.id,
  );
  const review = reviewOf({ columns, read, plan, held });
  await passOn(db, importId, ["checking"], {
    status: "checked",
    columns,
    review,
    pupils: read.pupils.length,
    written: 0,
  });
}

function columnsOf({ header, rows, columns }: RosterTable): RosterColumns {
  const samples = header.map((_, index) =>
    rows
      .map(({ cells }) => cells[index] ?? "")
      .filter(Boolean)
      .slice(0, SAMPLES),
  );
  return { header: [...header], samples, columns };
}
