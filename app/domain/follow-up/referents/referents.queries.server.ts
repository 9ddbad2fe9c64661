import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, classGroups, classMembers, persons, pupilReferents } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { entrustedPupils } from "../../agreements/agreements.scope.server.ts";
import type { BoardClass } from "../board/board-line.ts";
import type { Colleague, Referent } from "./referent.ts";

const MOST_COLLEAGUES = 300;
const MOST_REFERENTS = 20;
const MOST_ENTRUSTED = 200;
const givers = alias(persons, "givers");

/** The other teachers of a school, by name. The caller has checked who asks. */
export function listColleagues(
  db: Queryable,
  { personId }: Pick<Actor, "personId">,
  { uai, today }: { uai: string; today: CalendarDate },
): Promise<Colleague[]> {
  return db
    .selectDistinct({
      personId: persons.id,
      name: sql<string>`${persons.lastName} || ' ' || ${persons.firstName}`.as("name"),
    })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        eq(affiliations.schoolUai, uai),
        eq(affiliations.role, "teacher"),
        affiliationInForce(today),
        ne(persons.id, personId),
      ),
    )
    .orderBy(sql`name`, asc(persons.id))
    .limit(MOST_COLLEAGUES);
}

/** To whom a pupil is entrusted, the first one first. The caller has checked who reads. */
export async function listReferents(db: Queryable, actor: Actor, pupilId: string): Promise<Referent[]> {
  const rows = await db
    .select({
      id: pupilReferents.id,
      teacherId: pupilReferents.teacherId,
      name: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
      reason: pupilReferents.reason,
      entrustedAt: pupilReferents.entrustedAt,
      byName: sql<string | null>`${givers.firstName} || ' ' || ${givers.lastName}`,
    })
    .from(pupilReferents)
    .innerJoin(persons, eq(persons.id, pupilReferents.teacherId))
    .leftJoin(givers, eq(givers.id, pupilReferents.entrustedBy))
    .where(and(eq(pupilReferents.pupilId, pupilId), isNull(pupilReferents.endedAt)))
    .orderBy(asc(pupilReferents.entrustedAt), asc(pupilReferents.id))
    .limit(MOST_REFERENTS);
  return rows.map(({ teacherId, ...row }) => ({ ...row, isMe: teacherId === actor.personId }));
}

/** The pupils entrusted to this person, with the class of each. */
export function listEntrusted(
  db: Queryable,
  actor: Actor,
  schoolYear: string,
): Promise<(BoardClass & { pupilId: string })[]> {
  return db
    .select({
      pupilId: classMembers.personId,
      id: classGroups.id,
      name: classGroups.name,
      schoolUai: classGroups.schoolUai,
      expected: classGroups.headCount,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(
      and(eq(classMembers.role, "pupil"), eq(classGroups.schoolYear, schoolYear), entrustedPupils(db, actor)),
    )
    .orderBy(asc(classMembers.personId))
    .limit(MOST_ENTRUSTED);
}
