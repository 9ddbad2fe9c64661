import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { isId } from "#app/kernel/ids.ts";
import {
  affiliations,
  classGroups,
  invitedClasses,
  oneTimeLinks,
  persons,
  schoolJoinRequests,
  schools,
} from "#db/schema/index.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { isStaffRole, STAFF_ROLES } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { schoolsSetUpBy } from "../schools.policy.ts";
import type { Member, SchoolTeam } from "./school-team.ts";

const SHOWN = 300;

/** Who works where the actor is head or office, and who is invited to. */
export async function listSchoolTeams({ db, clock, actor }: ActorContext): Promise<SchoolTeam[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  const now = clock.now();
  const [places, members, requests, invited, classes] = await Promise.all([
    db
      .select({ uai: schools.uai, name: schools.name })
      .from(schools)
      .where(inArray(schools.uai, uais))
      .orderBy(asc(schools.name), asc(schools.uai)),
    db
      .select({
        uai: affiliations.schoolUai,
        personId: persons.id,
        firstName: persons.firstName,
        lastName: persons.lastName,
        email: persons.email,
        role: affiliations.role,
        endsOn: affiliations.validTo,
      })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(
        and(
          inArray(affiliations.schoolUai, uais),
          inArray(affiliations.role, [...STAFF_ROLES]),
          affiliationInForce(parisDate(now)),
        ),
      )
      .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
      .limit(SHOWN),
    db
      .select({
        uai: schoolJoinRequests.schoolUai,
        requestId: schoolJoinRequests.id,
        email: schoolJoinRequests.email,
        role: schoolJoinRequests.role,
      })
      .from(schoolJoinRequests)
      .where(and(inArray(schoolJoinRequests.schoolUai, uais), isNull(schoolJoinRequests.answeredAt)))
      .orderBy(asc(schoolJoinRequests.requestedAt), asc(schoolJoinRequests.id))
      .limit(SHOWN),
    db
      .selectDistinctOn([oneTimeLinks.schoolUai, oneTimeLinks.email], {
        uai: oneTimeLinks.schoolUai,
        email: oneTimeLinks.email,
        role: oneTimeLinks.role,
        expiresAt: oneTimeLinks.expiresAt,
        linkId: oneTimeLinks.id,
      })
      .from(oneTimeLinks)
      .where(
        and(
          inArray(oneTimeLinks.schoolUai, uais),
          eq(oneTimeLinks.purpose, "school_invitation"),
          isNull(oneTimeLinks.completedAt),
          gt(oneTimeLinks.expiresAt, now),
        ),
      )
      .orderBy(asc(oneTimeLinks.schoolUai), asc(oneTimeLinks.email))
      .limit(SHOWN),
    db
      .select({ linkId: invitedClasses.linkId, name: classGroups.name })
      .from(invitedClasses)
      .innerJoin(classGroups, eq(classGroups.id, invitedClasses.classGroupId))
      .where(inArray(classGroups.schoolUai, uais))
      .orderBy(asc(classGroups.name))
      .limit(SHOWN),
  ]);
  return places.map((place) => ({
    ...place,
    members: members.flatMap(({ uai, role, ...person }) =>
      uai === place.uai && isStaffRole(role) ? [{ ...person, role }] : [],
    ),
    requests: requests.flatMap(({ uai, role, ...request }) =>
      uai === place.uai && isStaffRole(role) ? [{ ...request, role }] : [],
    ),
    invited: invited.flatMap(({ uai, email, role, expiresAt, linkId }) => {
      const classNames = classes.flatMap((one) => (one.linkId === linkId ? [one.name] : []));
      return uai === place.uai && email && isStaffRole(role) ? [{ email, role, expiresAt, classNames }] : [];
    }),
  }));
}

/** Someone else who works where the actor is head or office; null for anybody else. */
export async function getColleague(
  { db, clock, actor }: ActorContext,
  personId: string | undefined,
): Promise<Pick<Member, "personId" | "firstName" | "lastName"> | null> {
  if (!isId(personId) || personId === actor.personId) return null;
  const [colleague] = await db
    .select({ personId: persons.id, firstName: persons.firstName, lastName: persons.lastName })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        eq(affiliations.personId, personId),
        inArray(affiliations.schoolUai, schoolsSetUpBy(actor)),
        inArray(affiliations.role, [...STAFF_ROLES]),
        affiliationInForce(parisDate(clock.now())),
      ),
    )
    .limit(1);
  return colleague ?? null;
}
