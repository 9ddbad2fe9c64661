import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import {
  agreements,
  applications,
  applicationWeeks,
  classGroups,
  classMembers,
  hostOrganisations,
  persons,
  schools,
} from "#db/schema/index.ts";
import { hasAWayIn } from "../accounts/has-a-way-in.server.ts";
import { schoolsOf } from "../accounts/actor.ts";
import { followedClasses } from "../agreements/agreements.scope.server.ts";
import type { Campaign } from "../campaigns/campaign.ts";
import {
  classBoards,
  type ClassBoard,
  type FollowedPupil,
  type PupilAgreementLink,
} from "./pupil-standing.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";

type CampaignKey = Pick<Campaign, "id" | "schoolYear">;

/** More than the largest lycée: a bound, not a page size. */
const MOST_PUPILS = 2000;
const MOST_CLASSES = 100;

/** The classes that the reader follows this school year, with how many pupils stand where. */
export async function listClassBoards(
  db: Queryable,
  actor: Actor,
  campaign: CampaignKey,
): Promise<ClassBoard[]> {
  const classes = await db
    .select({ id: classGroups.id, name: classGroups.name, expected: classGroups.headCount })
    .from(classGroups)
    .where(and(eq(classGroups.schoolYear, campaign.schoolYear), followedClasses(db, actor)))
    .orderBy(asc(classGroups.schoolUai), asc(classGroups.name))
    .limit(MOST_CLASSES);
  const ids = classes.map(({ id }) => id);
  return classBoards(classes, await listPupils(db, ids, campaign));
}

export interface FollowedClass {
  id: string;
  name: string;
  schoolName: string;
  pupils: FollowedPupil[];
}

/** One class with its pupils by name; null when the reader does not follow it. */
export async function getFollowedClass(
  db: Queryable,
  actor: Actor,
  classGroupId: string,
  campaign: CampaignKey,
): Promise<FollowedClass | null> {
  const [found] = await db
    .select({ id: classGroups.id, name: classGroups.name, schoolName: schools.name })
    .from(classGroups)
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(and(eq(classGroups.id, classGroupId), followedClasses(db, actor)));
  return found ? { ...found, pupils: await listPupils(db, [found.id], campaign) } : null;
}

/** Names of the schools where the reader works. */
export async function listOwnSchools(db: Queryable, actor: Actor): Promise<string[]> {
  const uais = schoolsOf(actor, "teacher", "schoolOffice", "schoolHead");
  if (uais.length === 0) return [];
  const rows = await db
    .select({ name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name))
    .limit(10);
  return rows.map(({ name }) => name);
}

/** Two statements, however many pupils: the pupils with their counts, then their agreements. */
async function listPupils(
  db: Queryable,
  classGroupIds: readonly string[],
  campaign: CampaignKey,
): Promise<FollowedPupil[]> {
  if (classGroupIds.length === 0) return [];
  const count = (condition: string) => sql<number>`(select count(*)::int from ${applications}
    where ${applications.pupilId} = ${persons.id} and ${applications.campaignId} = ${campaign.id}
      and ${sql.raw(condition)})`;
  const rows = await db
    .select({
      id: persons.id,
      name: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
      classGroupId: classMembers.classGroupId,
      activated: hasAWayIn(),
      weeks: sql<number[]>`array(select ${applicationWeeks.week}::int from ${applicationWeeks}
        where ${applicationWeeks.pupilId} = ${persons.id} and ${applicationWeeks.campaignId} = ${campaign.id}
          and ${applicationWeeks.state} = 'taken' and (select bool_and(${agreements.status} = 'cancelled')
            from ${agreements} where ${agreements.applicationId} = ${applicationWeeks.applicationId}) is not true
        order by 1)`,
      live: count(isLive("applications")),
      toConfirm: count("applications.status = 'accepted'"),
    })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(inArray(classMembers.classGroupId, [...classGroupIds]), eq(classMembers.role, "pupil")))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(MOST_PUPILS);
  const links = await listAgreementLinks(db, classGroupIds, campaign);
  return rows.map((row) => ({ ...row, agreements: links.get(row.id) ?? [] }));
}

async function listAgreementLinks(
  db: Queryable,
  classGroupIds: readonly string[],
  campaign: CampaignKey,
): Promise<Map<string, PupilAgreementLink[]>> {
  const rows = await db
    .select({
      pupilId: agreements.pupilId,
      id: agreements.id,
      status: agreements.status,
      hostName: hostOrganisations.name,
    })
    .from(agreements)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(and(inArray(agreements.classGroupId, [...classGroupIds]), eq(agreements.campaignId, campaign.id)))
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .limit(2 * MOST_PUPILS);
  const links = new Map<string, PupilAgreementLink[]>();
  for (const { pupilId, ...link } of rows) links.set(pupilId, [...(links.get(pupilId) ?? []), link]);
  return links;
}
