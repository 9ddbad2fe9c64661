import { sql, type SQL } from "drizzle-orm";
import type { UseCaseContext } from "../../use-case.ts";
import { IDLE_YEARS, NOTICE_DAYS } from "../retention-rules.ts";
import { IS_PUPIL, LAST_ACTIVITY, takePersons } from "./due-persons.server.ts";
import { eraseHostTraces } from "./host-traces.server.ts";
import { erasePersons } from "./persons.server.ts";
import { yearsBefore } from "./years-before.ts";

/** Accounts of adults unused since before this instant. */
export function isIdleSince(instant: Date): SQL {
  return sql`p.erased_at is null and ${LAST_ACTIVITY} <= ${instant.toISOString()}::timestamptz and not ${IS_PUPIL}`;
}

/** Staff and hosts who have not come for two years, and did not come when they were warned. */
export async function eraseIdleAccounts({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  const warnedBefore = new Date(now.getTime() - NOTICE_DAYS * 86_400_000);
  const due = sql`${isIdleSince(yearsBefore(now, IDLE_YEARS))}
    and p.erasure_announced_at > ${LAST_ACTIVITY} and p.erasure_announced_at <= ${warnedBefore.toISOString()}::timestamptz`;
  return db.transaction(async (tx) => {
    const personIds = await takePersons(tx, due, limit);
    await eraseHostTraces(tx, personIds, now);
    await erasePersons(tx, personIds, now);
    return personIds.length;
  });
}
