import { sql } from "drizzle-orm";
import type { UseCaseContext } from "../../use-case.ts";
import { FAILED_JOB_DAYS } from "../retention-rules.ts";

/** Jobs that were given up. The queue keeps its own time, by which they are told. */
export async function forgetFailedJobs({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const before = new Date(clock.now().getTime() - FAILED_JOB_DAYS * 86_400_000);
  const [gone] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where attempts >= max_attempts and locked_at is null and updated_at < ${before.toISOString()}::timestamptz
      order by id limit ${limit}))`);
  return gone?.count ?? 0;
}
