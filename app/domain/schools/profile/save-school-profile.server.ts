import { and, eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { boardDeliberations, schoolProfiles, schools } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";
import { recordProfileChange } from "./profile-changes.store.server.ts";
import {
  PROFILE_LINES,
  type ProfileField,
  type ProfileLines,
  type SaveProfileFailure,
} from "./school-profile.ts";

export interface SaveProfile {
  uai: string;
  lines: ProfileLines;
  /** Of the board's vote on the model agreement, this school year; null when it has not voted. */
  deliberatedOn: CalendarDate | null;
}

/**
 * The office or the head writes how the school is reached, what its hosts are told, and when its board voted. Agreements made from
 * then on say it; those made before keep what they say. The lines, the date, the history and the audit are one
 * transaction; a form that changes nothing leaves no trace.
 */
export async function saveSchoolProfile(
  { db, clock, actor, origin }: ActorContext,
  { uai, lines, deliberatedOn }: SaveProfile,
): Promise<Result<{ changed: ProfileField[] }, SaveProfileFailure>> {
  const now = clock.now();
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  if (deliberatedOn !== null && deliberatedOn > parisDate(now)) return err({ code: "not_yet" });
  return inTransaction(db, async (tx) => {
    const before = await lockProfile(tx, uai);
    const changed: ProfileField[] = PROFILE_LINES.filter((line) => lines[line] !== (before?.[line] ?? null));
    const campaign = await getCurrentCampaign(tx, now);
    if (!campaign && deliberatedOn !== null) return err({ code: "no_campaign" });
    if (campaign && (await writeVote(tx, { uai, schoolYear: campaign.schoolYear, deliberatedOn })))
      changed.push("deliberation");
    if (changed.length === 0) return ok({ changed });
    await tx
      .insert(schoolProfiles)
      .values({ ...lines, schoolUai: uai, updatedAt: now })
      .onConflictDoUpdate({ target: schoolProfiles.schoolUai, set: { ...lines, updatedAt: now } });
    await recordProfileChange(tx, { uai, fields: changed, by: actor.personId }, now);
    const on = { kind: "school" as const, id: uai };
    const act = { action: "school_profile.saved" as const, as: roleAt(actor, uai), on };
    await appendAudit(tx, { actor, origin }, act, now);
    return ok({ changed });
  });
}

/** Two who write at once follow each other: the history tells what each changed. */
async function lockProfile(tx: Transaction, uai: string) {
  await tx.select({ uai: schools.uai }).from(schools).where(eq(schools.uai, uai)).for("no key update");
  const [profile] = await tx.select().from(schoolProfiles).where(eq(schoolProfiles.schoolUai, uai));
  return profile;
}

/** Tells whether the date is another than it was. */
async function writeVote(
  tx: Transaction,
  { uai, schoolYear, deliberatedOn }: { uai: string; schoolYear: string; deliberatedOn: CalendarDate | null },
): Promise<boolean> {
  const ofTheYear = and(eq(boardDeliberations.schoolUai, uai), eq(boardDeliberations.schoolYear, schoolYear));
  const [known] = await tx.select().from(boardDeliberations).where(ofTheYear);
  if ((known?.deliberatedOn ?? null) === deliberatedOn) return false;
  await tx.delete(boardDeliberations).where(ofTheYear);
  if (deliberatedOn !== null)
    await tx.insert(boardDeliberations).values({ schoolUai: uai, schoolYear, deliberatedOn });
  return true;
}
