import type { Transaction } from "#db/client.ts";
import { schoolProfileChanges } from "#db/schema/index.ts";
import type { ProfileField } from "./school-profile.ts";

/** What the history of a school's profile tells: which lines, who, when. */
export async function recordProfileChange(
  tx: Transaction,
  { uai, fields, by }: { uai: string; fields: ProfileField[]; by: string },
  now: Date,
): Promise<void> {
  await tx.insert(schoolProfileChanges).values({ schoolUai: uai, fields, changedBy: by, changedAt: now });
}
