import { forgetExpiredAccess } from "../accounts/forget-expired-access.server.ts";
import { forgetOldAudit } from "../audit/forget-old-audit.server.ts";
import { forgetOldMatches } from "../discovery/forget-old-matches.server.ts";
import { forgetOldSearches } from "../discovery/forget-old-searches.server.ts";
import { forgetRemovedEntries } from "./erasers/removed-entries.server.ts";
import { forgetOldFailures } from "../sign-in-failures/forget-old-failures.server.ts";
import type { UseCaseContext } from "../use-case.ts";
import { forgetRosters } from "../roster/forget-rosters.server.ts";
import { announceIdleAccounts, announcePupilErasures } from "./erasers/announcements.server.ts";
import { forgetFailedJobs } from "./erasers/failed-jobs.server.ts";
import { eraseIdleAccounts } from "./erasers/idle-accounts.server.ts";
import { eraseOldAgreements } from "./erasers/old-agreements.server.ts";
import { forgetOldMessages } from "./erasers/old-messages.server.ts";
import { erasePupils } from "./erasers/pupils.server.ts";
import { eraseRequestedAccounts, withdrawOfRequested } from "./erasers/requested-accounts.server.ts";
import { HOURLY_ERASERS, type HourlyEraser, type NightlyEraser } from "./retention-rules.ts";

/** One batch, in one transaction: gives how many it has taken, fewer than the limit once nothing is left. */
type Batch = (context: UseCaseContext, limit: number) => Promise<number>;

const BATCHES: Record<NightlyEraser, readonly Batch[]> = {
  pupils: [announcePupilErasures, erasePupils],
  accounts: [announceIdleAccounts, eraseIdleAccounts, withdrawOfRequested, eraseRequestedAccounts],
  agreements: [eraseOldAgreements],
  messages: [forgetOldMessages],
  failed_jobs: [forgetFailedJobs],
};

const HOURLY: Record<HourlyEraser, (context: UseCaseContext) => Promise<void>> = {
  access: forgetExpiredAccess,
  searches: forgetOldSearches,
  matches: forgetOldMatches,
  audit: forgetOldAudit,
  sign_in_failures: forgetOldFailures,
  rosters: forgetRosters,
  removed_entries: forgetRemovedEntries,
};

/** What is over within hours. */
export async function forgetHourly(context: UseCaseContext): Promise<void> {
  for (const eraser of HOURLY_ERASERS) await HOURLY[eraser](context);
}

/**
 * Announces what is about to be erased and erases what has come to its term, by batches: killed anywhere, run twice or on
 * several machines, it goes on from there. `more`: a batch was full, others may be due.
 */
export async function applyRetention(
  context: UseCaseContext,
  { limit }: { limit: number },
): Promise<{ taken: number; more: boolean }> {
  const counts: number[] = [];
  for (const batch of Object.values(BATCHES).flat()) counts.push(await batch(context, limit));
  return {
    taken: counts.reduce((sum, count) => sum + count, 0),
    more: counts.some((count) => count >= limit),
  };
}
