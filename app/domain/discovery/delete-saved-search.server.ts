import { and, eq } from "drizzle-orm";
import { savedSearches } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";

/** Forgets a search of the pupil, with the offers that answered it. Done twice, it is done once. */
export async function deleteSavedSearch(
  { db, actor }: ActorContext,
  { savedSearchId }: { savedSearchId: string },
): Promise<void> {
  await db
    .delete(savedSearches)
    .where(and(eq(savedSearches.id, savedSearchId), eq(savedSearches.personId, actor.personId)));
}
