import { sql, type SQL } from "drizzle-orm";
import { isLive } from "#db/conditions.ts";
import { findActor } from "../../accounts/accounts.store.server.ts";
import { withdrawApplication } from "../../applications/withdraw-application.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { GRACE_DAYS } from "../retention-rules.ts";
import { takePersons } from "./due-persons.server.ts";
import { eraseHostTraces } from "./host-traces.server.ts";
import { erasePupilsNow } from "./pupils.server.ts";

const A_DAY_MS = 86_400_000;

/** People who asked for it a week ago and have not come back. */
function isRequestedUntil(now: Date): SQL {
  const before = new Date(now.getTime() - GRACE_DAYS * A_DAY_MS);
  return sql`p.erased_at is null and p.erasure_requested_at <= ${before.toISOString()}::timestamptz`;
}

/** First their applications are taken back, like by a press of theirs: hosts are told, and seats are free at once. */
export async function withdrawOfRequested({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const live = await db.execute<{ id: string; pupilId: string }>(sql`
    select a.id, a.pupil_id as "pupilId" from applications a join persons p on p.id = a.pupil_id
    where ${isRequestedUntil(clock.now())} and ${sql.raw(isLive("a"))} order by a.id limit ${limit}`);
  for (const { id: applicationId, pupilId } of live) {
    const actor = await findActor(db, pupilId, clock.now());
    if (actor) await withdrawApplication({ db, clock, actor }, { applicationId });
  }
  return live.length;
}

/** Then, once those messages have left, who they are. */
export async function eraseRequestedAccounts({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  const yesterday = new Date(now.getTime() - A_DAY_MS).toISOString();
  return db.transaction(async (tx) => {
    const settled = sql`not exists (select 1 from applications a where a.pupil_id = p.id
      and (${sql.raw(isLive("a"))} or a.updated_at > ${yesterday}::timestamptz))`;
    const personIds = await takePersons(tx, sql`${isRequestedUntil(now)} and ${settled}`, limit);
    await eraseHostTraces(tx, personIds, now);
    await erasePupilsNow(tx, personIds, now);
    return personIds.length;
  });
}
