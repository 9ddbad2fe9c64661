import { and, eq, inArray, sql } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { endCodes } from "#app/domain/activation/codes.store.server.ts";
import { isLive, LIVE_STATUSES } from "#app/domain/applications/application.ts";
import { applyTransitions } from "#app/domain/applications/apply-transition.server.ts";
import { applicationWithdrawn } from "#app/domain/applications/events.ts";
import { lockWithSeats } from "#app/domain/applications/lock-for-action.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { affiliations, applications, classGroups, classMembers, sessions } from "#db/schema/index.ts";
import type { SchoolYear } from "../plan/known-school.store.server.ts";

/**
 * These pupils, locked, have left the school: from today on they are none of its pupils, their cards and sessions end, and their
 * applications that wait for an answer are taken back, of which hosts are told. Agreements and what is over stay as they are.
 * Gives how many applications were taken back.
 */
export async function leaveSchool(
  tx: Transaction,
  { personIds, year, actorId }: { personIds: readonly string[]; year: SchoolYear; actorId: string | null },
  now: Date,
): Promise<number> {
  if (personIds.length === 0) return 0;
  const withdrawn = await withdrawLive(tx, personIds, actorId, now);
  await tx
    .update(affiliations)
    .set({ validTo: year.today })
    .where(
      and(
        inArray(affiliations.personId, [...personIds]),
        eq(affiliations.schoolUai, year.uai),
        eq(affiliations.role, "pupil"),
        affiliationInForce(year.today),
      ),
    );
  await leaveClasses(tx, personIds, year);
  await tx.delete(sessions).where(inArray(sessions.personId, [...personIds]));
  await endCodes(tx, [...personIds], now);
  return withdrawn;
}

async function withdrawLive(
  tx: Transaction,
  personIds: readonly string[],
  actorId: string | null,
  now: Date,
): Promise<number> {
  const found = await tx
    .select({ id: applications.id, offerId: applications.offerId })
    .from(applications)
    .where(
      and(inArray(applications.pupilId, [...personIds]), inArray(applications.status, [...LIVE_STATUSES])),
    );
  if (found.length === 0) return 0;
  const live = (await lockWithSeats(tx, found)).filter(({ status }) => isLive(status));
  const transitions = live.map((application) => ({
    application,
    action: "withdraw" as const,
    event: newEvent(applicationWithdrawn, { applicationId: application.id }),
    actorId,
  }));
  await applyTransitions(tx, transitions, now);
  return live.length;
}

/** Their places in this year's classes of the school. */
export async function leaveClasses(
  tx: Transaction,
  personIds: readonly string[],
  { uai, schoolYear }: SchoolYear,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.delete(classMembers).where(
    and(
      inArray(classMembers.personId, [...personIds]),
      eq(classMembers.role, "pupil"),
      sql`${classMembers.classGroupId} in (select ${classGroups.id} from ${classGroups}
          where ${classGroups.schoolUai} = ${uai} and ${classGroups.schoolYear} = ${schoolYear})`,
    ),
  );
}
