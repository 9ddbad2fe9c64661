import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  agreementVersions,
  classGroups,
  classMembers,
  guardians,
  hostOrganisations,
  persons,
  presenceReports,
} from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { followedPupils } from "../../agreements/agreements.scope.server.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { expectedDays } from "../placement-plan.ts";
import { currentVersion, PLAN, planOf } from "../placements.store.server.ts";
import { PRESSING_STATES, stateOf, type DayLine, type FamilyContact, type Whereabouts } from "./day-board.ts";
import { presenceOfDay, type PresenceReport } from "./presence.ts";

/** More than the largest lycée: a bound, not a page size. */
const MOST_PUPILS = 2000;

interface DayQuery {
  campaign: Pick<Campaign, "id" | "schoolYear">;
  day: CalendarDate;
}

/** Every pupil of the classes that the reader follows, and where each is to be that day: four statements, however many pupils. */
export async function listDay(db: Queryable, actor: Actor, query: DayQuery): Promise<DayLine[]> {
  const pupils = await listFollowedPupils(db, actor, query);
  const ids = pupils.map(({ pupilId }) => pupilId);
  const stays = await listStays(db, ids, query);
  const reports = await listReports(db, ids, query.day);
  const lines = pupils.map((pupil): DayLine => {
    const at = whereabouts(stays.get(pupil.pupilId) ?? [], reports, query.day);
    return { ...pupil, at, families: [] };
  });
  const pressing = lines.filter((line) => PRESSING_STATES.includes(stateOf(line, { hasCome: true })));
  const families = await listFamilies(
    db,
    pressing.map(({ pupilId }) => pupilId),
  );
  for (const line of pressing) line.families = families.get(line.pupilId) ?? [];
  return lines;
}

function listFollowedPupils(db: Queryable, actor: Actor, { campaign }: DayQuery) {
  return db
    .select({
      pupilId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      classGroupId: classGroups.id,
      className: classGroups.name,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(
      and(
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, campaign.schoolYear),
        followedPupils(db, actor),
      ),
    )
    .orderBy(
      asc(classGroups.name),
      asc(classGroups.id),
      asc(persons.lastName),
      asc(persons.firstName),
      asc(persons.id),
    )
    .limit(MOST_PUPILS);
}

type Stay = Awaited<ReturnType<typeof readStays>>[number];

/** Stays that hold that day between their first and last, those called off after the others. */
function readStays(db: Queryable, pupilIds: string[], { campaign, day }: DayQuery) {
  return db
    .select({
      agreementId: agreements.id,
      pupilId: agreements.pupilId,
      status: agreements.status,
      hostName: hostOrganisations.name,
      town: sql<string>`${agreementVersions.content} #>> '{host,town}'`,
      supervisor: sql<{
        name: string;
        contact: string;
      } | null>`nullif(${agreementVersions.content} -> 'workplaceSupervisor', 'null'::jsonb)`,
      plan: PLAN,
    })
    .from(agreements)
    .innerJoin(agreementVersions, currentVersion())
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(
      and(
        inArray(agreements.pupilId, pupilIds),
        eq(agreements.campaignId, campaign.id),
        lte(PLAN.startsOn, day),
        sql`${PLAN.endsOn} >= ${day}`,
      ),
    )
    .orderBy(sql`(${agreements.status} = 'cancelled')`, asc(agreements.createdAt), asc(agreements.id))
    .limit(4 * MOST_PUPILS);
}

async function listStays(db: Queryable, pupilIds: string[], query: DayQuery): Promise<Map<string, Stay[]>> {
  if (pupilIds.length === 0) return new Map();
  return groupBy(await readStays(db, pupilIds, query), ({ pupilId }) => pupilId);
}

async function listReports(
  db: Queryable,
  pupilIds: string[],
  day: CalendarDate,
): Promise<Map<string, PresenceReport[]>> {
  if (pupilIds.length === 0) return new Map();
  const rows = await db
    .select({
      agreementId: presenceReports.agreementId,
      kind: presenceReports.kind,
      side: presenceReports.side,
      reportedAt: presenceReports.reportedAt,
    })
    .from(presenceReports)
    .where(
      and(
        inArray(presenceReports.pupilId, pupilIds),
        eq(presenceReports.onDay, day),
        isNull(presenceReports.liftedAt),
      ),
    )
    .orderBy(asc(presenceReports.reportedAt))
    .limit(8 * MOST_PUPILS);
  return groupBy(rows, ({ agreementId }) => agreementId);
}

function whereabouts(
  stays: readonly Stay[],
  reports: ReadonlyMap<string, PresenceReport[]>,
  day: CalendarDate,
): Whereabouts {
  const [stay] = stays;
  if (!stay) return { where: "nowhere" };
  const { agreementId, hostName, town, supervisor, plan, status } = stay;
  const expected = expectedDays(planOf(plan)).find(({ date }) => date === day);
  if (!expected) return status === "cancelled" ? { where: "nowhere" } : { where: "day_off", hostName };
  if (status === "cancelled") return { where: "lost", hostName };
  const { from, to } = expected;
  const known = presenceOfDay(reports.get(agreementId) ?? []);
  return { where: "at_host", agreementId, hostName, town, from, to, supervisor, ...known };
}

async function listFamilies(db: Queryable, pupilIds: string[]): Promise<Map<string, FamilyContact[]>> {
  if (pupilIds.length === 0) return new Map();
  const rows = await db
    .select({ pupilId: guardians.pupilId, name: guardians.name, phone: guardians.phone })
    .from(guardians)
    .where(inArray(guardians.pupilId, pupilIds))
    .orderBy(asc(guardians.name), asc(guardians.id))
    .limit(4 * MOST_PUPILS);
  const families = groupBy(rows, ({ pupilId }) => pupilId);
  return new Map(
    [...families].map(([pupilId, contacts]) => [
      pupilId,
      contacts.map(({ name, phone }) => ({ name, phone })),
    ]),
  );
}
