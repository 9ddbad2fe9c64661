import { lt } from "drizzle-orm";
import { takeBackSince } from "#app/domain/history/take-back.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";

/** What was taken back and can be restored no more is deleted. */
export async function forgetRemovedEntries({ db, clock }: UseCaseContext): Promise<void> {
  await db.delete(pupilLogEntries).where(lt(pupilLogEntries.removedAt, takeBackSince(clock.now())));
}
