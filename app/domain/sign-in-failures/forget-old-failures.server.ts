import { lt } from "drizzle-orm";
import { addDays, parisDate } from "#app/kernel/calendar-date.ts";
import { signInFailures } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";

/** A campaign, with its year. */
const KEPT_DAYS = 365;

/** Forgets what was counted more than twelve months ago. */
export async function forgetOldFailures({ db, clock }: UseCaseContext): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.day, addDays(parisDate(clock.now()), -KEPT_DAYS)));
}
