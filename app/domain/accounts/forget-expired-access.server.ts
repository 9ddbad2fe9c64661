import { lte } from "drizzle-orm";
import { rateLimits, sessions } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";

/** Forgets sessions that are over, and counters of attempts that no longer hold anyone back: they name people and addresses. */
export async function forgetExpiredAccess({ db, clock }: UseCaseContext): Promise<void> {
  const now = clock.now();
  await db.delete(sessions).where(lte(sessions.expiresAt, now));
  await db.delete(rateLimits).where(lte(rateLimits.expire, now));
}
