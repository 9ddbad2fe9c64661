import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  agreementVersions,
  classGroups,
  hostOrganisations,
  persons,
  schools,
  skillMarks,
} from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { followedClasses, type followedAgreements } from "../../agreements/agreements.scope.server.ts";
import { currentVersion, PLAN } from "../placements.store.server.ts";
import { reportedBy } from "../reporter.server.ts";
import { emptyGrids, type SkillGrid, type SkillGrids } from "./skills.ts";
import type { StaySynthesis } from "./stay-synthesis.ts";

/** More than a class has stays. */
const MOST_STAYS = 200;

/** What each side told of these stays: one statement, however many. */
async function listGrids(db: Queryable, agreementIds: readonly string[]): Promise<Map<string, SkillGrids>> {
  const grids = new Map(agreementIds.map((id) => [id, emptyGrids()]));
  if (agreementIds.length === 0) return grids;
  const rows = await db
    .select({
      agreementId: skillMarks.agreementId,
      side: skillMarks.side,
      skill: skillMarks.skill,
      level: skillMarks.level,
    })
    .from(skillMarks)
    .where(inArray(skillMarks.agreementId, [...agreementIds]));
  for (const { agreementId, side, skill, level } of rows) {
    const found = grids.get(agreementId);
    if (found) found[side][skill] = level;
  }
  return grids;
}

/** One stay, for an adult of the class or for its own pupil; null for everyone else. */
export async function getSynthesis(
  db: Queryable,
  reader: { side: "school" | "pupil"; actor: Actor },
  agreementId: string,
): Promise<StaySynthesis | null> {
  const scope = and(reportedBy(db, reader), eq(agreements.id, agreementId));
  const [found] = await listSyntheses(db, scope ?? sql`false`);
  return found ?? null;
}

/** The stays of a class, for those who follow it: three statements, however many pupils; null for everyone else. */
export async function getClassSyntheses(
  db: Queryable,
  actor: Actor,
  classGroupId: string | undefined,
): Promise<{
  classGroup: { id: string; name: string; schoolName: string };
  stays: StaySynthesis[];
} | null> {
  if (!isId(classGroupId)) return null;
  const [classGroup] = await db
    .select({ id: classGroups.id, name: classGroups.name, schoolName: schools.name })
    .from(classGroups)
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(and(eq(classGroups.id, classGroupId), followedClasses(db, actor)));
  if (!classGroup) return null;
  return { classGroup, stays: await listSyntheses(db, eq(agreements.classGroupId, classGroup.id)) };
}

async function listSyntheses(
  db: Queryable,
  scope: ReturnType<typeof followedAgreements>,
): Promise<StaySynthesis[]> {
  const stays = await db
    .select({
      agreementId: agreements.id,
      pupilId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      classGroupId: classGroups.id,
      className: classGroups.name,
      schoolName: schools.name,
      hostName: hostOrganisations.name,
      startsOn: PLAN.startsOn,
      endsOn: PLAN.endsOn,
      postcode: PLAN.postcode,
    })
    .from(agreements)
    .innerJoin(agreementVersions, currentVersion())
    .innerJoin(persons, eq(persons.id, agreements.pupilId))
    .innerJoin(classGroups, eq(classGroups.id, agreements.classGroupId))
    .innerJoin(schools, eq(schools.uai, agreements.schoolUai))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(and(scope, ne(agreements.status, "cancelled")))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(PLAN.startsOn), asc(agreements.id))
    .limit(MOST_STAYS);
  const grids = await listGrids(
    db,
    stays.map(({ agreementId }) => agreementId),
  );
  return stays.map((stay) => ({ ...stay, grids: grids.get(stay.agreementId) ?? emptyGrids() }));
}

/** What the supervisor has answered so far. */
export async function getSupervisorGrid(db: Queryable, agreementId: string): Promise<SkillGrid> {
  return (await listGrids(db, [agreementId])).get(agreementId)?.supervisor ?? {};
}
