import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable } from "#db/client.ts";
import { classMembers, persons, pupilSituations } from "#db/schema/index.ts";
import type { BoardScope } from "../board/board-pupil.ts";
import type { Situation, SituationRecord } from "./situation.ts";

const MOST_OF_A_PUPIL = 50;
const MOST_OF_A_SCHOOL = 4000;

const COLUMNS = {
  id: pupilSituations.id,
  kind: pupilSituations.kind,
  startsOn: pupilSituations.startsOn,
  endsOn: pupilSituations.endsOn,
  reason: pupilSituations.reason,
  programme: pupilSituations.programme,
};
const declarers = alias(persons, "declarers");
const cancellers = alias(persons, "cancellers");
const nameOf = ({ firstName, lastName }: typeof declarers | typeof cancellers) =>
  sql<string | null>`${firstName} || ' ' || ${lastName}`;

/** All that was declared of a pupil in a campaign, cancelled or not, by date. The caller has checked who reads it. */
export function listSituationRecords(
  db: Queryable,
  { pupilId, campaignId }: { pupilId: string; campaignId: string },
): Promise<SituationRecord[]> {
  return db
    .select({
      ...COLUMNS,
      declaredAt: pupilSituations.declaredAt,
      declaredBy: nameOf(declarers),
      cancelledAt: pupilSituations.cancelledAt,
      cancelledBy: nameOf(cancellers),
    })
    .from(pupilSituations)
    .leftJoin(declarers, eq(declarers.id, pupilSituations.declaredBy))
    .leftJoin(cancellers, eq(cancellers.id, pupilSituations.cancelledBy))
    .where(and(eq(pupilSituations.pupilId, pupilId), eq(pupilSituations.campaignId, campaignId)))
    .orderBy(asc(pupilSituations.declaredAt), asc(pupilSituations.id))
    .limit(MOST_OF_A_PUPIL);
}

/** Those that count for the pupils of these classes, one statement for all. The caller has checked who reads them. */
export function listSituationsOfClasses(
  db: Queryable,
  { classGroupIds, only }: BoardScope,
  campaignId: string,
): Promise<(Situation & { pupilId: string })[]> {
  return db
    .select({ ...COLUMNS, pupilId: pupilSituations.pupilId })
    .from(pupilSituations)
    .innerJoin(classMembers, eq(classMembers.personId, pupilSituations.pupilId))
    .where(
      and(
        inArray(classMembers.classGroupId, [...classGroupIds]),
        only ? inArray(classMembers.personId, [...only]) : undefined,
        eq(classMembers.role, "pupil"),
        eq(pupilSituations.campaignId, campaignId),
        isNull(pupilSituations.cancelledAt),
      ),
    )
    .orderBy(asc(pupilSituations.startsOn), asc(pupilSituations.id))
    .limit(MOST_OF_A_SCHOOL);
}
