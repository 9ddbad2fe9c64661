import { lte } from "drizzle-orm";
import { searchLog } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";

/** A campaign, with its year. */
const KEPT_MS = 365 * 86_400_000;

/** Forgets what was searched more than twelve months ago. */
export async function forgetOldSearches({ db, clock }: UseCaseContext): Promise<void> {
  await db.delete(searchLog).where(lte(searchLog.searchedAt, new Date(clock.now().getTime() - KEPT_MS)));
}
