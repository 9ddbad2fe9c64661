import { and, eq, inArray } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Transaction } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import { eraseUnsealedAgreements } from "../../agreements/erase-agreements.store.server.ts";
import { lastErasure } from "../../campaigns/campaign.ts";
import { eraseFound } from "../../found/found.store.server.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { ERASED_LETTER } from "../erased-person.ts";
import { isPupilUntil, takePersons } from "./due-persons.server.ts";
import { erasePersons } from "./persons.server.ts";

/** The yearly erasure: pupils whose internship is over, their representatives, and what only served to find a place. */
export async function erasePupils({ db, clock }: UseCaseContext, limit: number): Promise<number> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const due = await takePersons(tx, isPupilUntil(lastErasure(parisDate(now))), limit);
    await erasePupilsNow(tx, due, now);
    return due.length;
  });
}

/** What they wrote to find a place, then who they are. */
export async function erasePupilsNow(tx: Transaction, pupilIds: string[], now: Date): Promise<void> {
  if (pupilIds.length === 0) return;
  await eraseUnsealedAgreements(tx, pupilIds, now);
  await eraseFound(tx, pupilIds);
  await erasePersons(tx, pupilIds, now);
  await tx
    .delete(applications)
    .where(and(inArray(applications.pupilId, pupilIds), eq(applications.status, "draft")));
  await tx
    .update(applications)
    .set({ motivation: ERASED_LETTER })
    .where(inArray(applications.pupilId, pupilIds));
}
