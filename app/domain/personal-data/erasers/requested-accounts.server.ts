import { sql } from "drizzle-orm";
import type { UseCaseContext } from "../../use-case.ts";
import { GRACE_DAYS } from "../retention-rules.ts";
import { takePersons } from "./due-persons.server.ts";
import { eraseHostTraces } from "./host-traces.server.ts";
import { erasePupilsNow } from "./pupils.server.ts";

/** People who asked for it a week ago and have not come back. */
export async function eraseRequestedAccounts({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  const before = new Date(now.getTime() - GRACE_DAYS * 86_400_000);
  return db.transaction(async (tx) => {
    const due = sql`p.erased_at is null and p.erasure_requested_at <= ${before.toISOString()}::timestamptz`;
    const personIds = await takePersons(tx, due, limit);
    await eraseHostTraces(tx, personIds, now);
    await erasePupilsNow(tx, personIds, now);
    return personIds.length;
  });
}
