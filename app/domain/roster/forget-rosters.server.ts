import { lte } from "drizzle-orm";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { rosterImports } from "#db/schema/index.ts";
import { FILE_KEPT_HOURS, OPEN_STATUSES } from "./roster-import.ts";
import { endImports } from "./roster-imports.store.server.ts";

/** A list of pupils that nobody has imported within a day is forgotten, with all that was read in it. */
export async function forgetRosters({ db, clock }: UseCaseContext): Promise<void> {
  const now = clock.now();
  const sentBefore = new Date(now.getTime() - FILE_KEPT_HOURS * 3_600_000);
  const old = lte(rosterImports.requestedAt, sentBefore);
  await db.transaction((tx) => endImports(tx, old, OPEN_STATUSES, { status: "abandoned" }, now));
}
