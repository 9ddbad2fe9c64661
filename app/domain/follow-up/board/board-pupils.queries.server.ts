import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { awaitsHost } from "#db/conditions.ts";
import {
  agreements,
  agreementVersions,
  applications,
  applicationWeeks,
  classMembers,
  foundInternships,
  hostOrganisations,
  identities,
  persons,
  stateChanges,
} from "#db/schema/index.ts";
import { hasAWayIn } from "../../accounts/has-a-way-in.server.ts";
import { awaitedOfRow, PROGRESS_COLUMNS } from "../../agreements/awaited/agreement-progress.server.ts";
import type { DeclineReason } from "../../applications/application.ts";
import type { Campaign, WeekNumber } from "../../campaigns/campaign.ts";
import { listSituationsOfClasses } from "../situations/situations.queries.server.ts";
import type { BoardAgreement, BoardPupil, BoardScope } from "./board-pupil.ts";

/** More than the largest lycée: a bound, not a page size. */
const MOST_PUPILS = 2000;

type CampaignKey = Pick<Campaign, "id">;

function membersOf({ classGroupIds, only }: BoardScope): SQL | undefined {
  return and(
    inArray(classMembers.classGroupId, [...classGroupIds]),
    only ? inArray(classMembers.personId, [...only]) : undefined,
  );
}

/** Four statements, however many pupils: who they are, their letters in figures, their agreements, their situations. */
export async function listBoardPupils(
  db: Queryable,
  scope: BoardScope,
  campaign: CampaignKey,
): Promise<BoardPupil[]> {
  if (scope.classGroupIds.length === 0) return [];
  const people = await listPeople(db, scope, campaign);
  const figures = new Map((await listFigures(db, scope, campaign)).map((row) => [row.pupilId, row]));
  const links = grouped(await listAgreements(db, scope, campaign));
  const situations = grouped(await listSituationsOfClasses(db, scope, campaign.id));
  return people.map(({ foundSince, ...person }) => {
    const { pupilId: _pupilId, ...own } = figures.get(person.id) ?? NO_LETTERS;
    return {
      ...person,
      ...own,
      ...withFound(own, foundSince),
      agreements: links.get(person.id) ?? [],
      situations: situations.get(person.id) ?? [],
    };
  });
}

/** A host asked about what was found elsewhere is awaited like one that reads a letter. */
function withFound(
  { awaiting, awaitingSince }: Pick<Letters, "awaiting" | "awaitingSince">,
  since: Date | null,
): Pick<Letters, "awaiting" | "awaitingSince"> {
  if (since === null) return { awaiting, awaitingSince };
  const oldest = awaitingSince !== null && awaitingSince < since ? awaitingSince : since;
  return { awaiting: awaiting + 1, awaitingSince: oldest };
}

type Letters = Omit<
  BoardPupil,
  keyof Awaited<ReturnType<typeof listPeople>>[number] | "agreements" | "situations"
>;

const NO_LETTERS: Letters & { pupilId: string } = {
  pupilId: "",
  sent: 0,
  drafts: 0,
  refused: 0,
  unanswered: 0,
  awaiting: 0,
  toConfirm: 0,
  refusalReasons: {},
  awaitingSince: null,
  acceptedSince: null,
  lastTryAt: null,
  lastStepAt: null,
};

function listPeople(db: Queryable, scope: BoardScope, campaign: CampaignKey) {
  // By the pupil's own rows, which have indexes; states are spelt out for the partial ones.
  const calledOff = sql`(select bool_and(g.status = 'cancelled') from ${agreements} g
    where g.pupil_id = ${persons.id} and g.application_id = w.application_id)`;
  const taken = sql`select w.week::int from ${applicationWeeks} w
    where w.pupil_id = ${persons.id} and w.campaign_id = ${campaign.id} and w.state = 'taken'`;
  const lost = sql`select w.week::int from ${applications} a join ${applicationWeeks} w on w.application_id = a.id
    where a.pupil_id = ${persons.id} and a.campaign_id = ${campaign.id} and a.status = 'cancelled'`;
  return db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      classGroupId: classMembers.classGroupId,
      joinedAt: classMembers.joinedAt,
      activated: hasAWayIn(),
      firstSeenAt: sql<Date | null>`(select min(i.valid_from) from ${identities} i
        where i.person_id = ${persons.id} and ${persons.lastSeenAt} is not null)`.mapWith(
        identities.validFrom,
      ),
      foundSince: sql<Date | null>`(select min(f.asked_at) from ${foundInternships} f
        where f.pupil_id = ${persons.id} and f.campaign_id = ${campaign.id} and f.state = 'awaiting_host')`.mapWith(
        foundInternships.askedAt,
      ),
      weeks: sql<WeekNumber[]>`array(${taken} and ${calledOff} is not true order by 1)`,
      lostWeeks: sql<WeekNumber[]>`array(${lost} union ${taken} and ${calledOff} order by 1)`,
    })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(membersOf(scope), eq(classMembers.role, "pupil")))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(MOST_PUPILS);
}

/** The letters of the pupils who wrote some, in figures. The reason and the hour of each answer come from its last change. */
async function listFigures(
  db: Queryable,
  scope: BoardScope,
  campaign: CampaignKey,
): Promise<(Letters & { pupilId: string })[]> {
  const counted = (condition: string) => sql<number>`(count(*) filter (where ${sql.raw(condition)}))::int`;
  const instant = (text: ReturnType<typeof sql>) => sql<Date | null>`${text}`.mapWith(applications.updatedAt);
  const last = sql`lateral (select c.to_status, c.reason, c.changed_at from ${stateChanges} c
    where c.application_id = ${applications.id} order by c.changed_at desc, c.id desc limit 1) last`;
  return db
    .select({
      pupilId: applications.pupilId,
      sent: counted("applications.status <> 'draft' and applications.transferred_from is null"),
      drafts: counted("applications.status = 'draft'"),
      refused: counted("applications.status = 'declined'"),
      unanswered: counted("applications.status = 'expired'"),
      awaiting: counted(awaitsHost("applications")),
      toConfirm: counted("applications.status = 'accepted'"),
      refusalReasons: sql<
        Partial<Record<DeclineReason, number>>
      >`coalesce((select json_object_agg(r.reason, r.times)
        from (select reason, count(*)::int as times from unnest(array_agg(last.reason) filter (
          where ${applications.status} = 'declined' and last.reason is not null)) reason group by reason) r), '{}')`,
      awaitingSince: instant(
        sql`min(${applications.submittedAt}) filter (where ${sql.raw(awaitsHost("applications"))})`,
      ),
      acceptedSince: instant(sql`min(last.changed_at) filter (where ${applications.status} = 'accepted')`),
      lastTryAt: instant(sql`max(${applications.submittedAt})`),
      lastStepAt: instant(sql`greatest(max(last.changed_at), (select max(g.updated_at) from ${agreements} g
        where g.pupil_id = ${applications.pupilId} and g.campaign_id = ${campaign.id}))`),
    })
    .from(applications)
    .innerJoin(
      classMembers,
      and(eq(classMembers.personId, applications.pupilId), eq(classMembers.role, "pupil")),
    )
    .leftJoin(last, sql`true`)
    .where(and(membersOf(scope), eq(applications.campaignId, campaign.id)))
    .groupBy(applications.pupilId)
    .limit(MOST_PUPILS);
}

async function listAgreements(
  db: Queryable,
  scope: BoardScope,
  campaign: CampaignKey,
): Promise<(BoardAgreement & { pupilId: string })[]> {
  const rows = await db
    .select({
      ...PROGRESS_COLUMNS,
      pupilId: agreements.pupilId,
      id: agreements.id,
      hostName: hostOrganisations.name,
    })
    .from(agreements)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .where(
      and(
        inArray(agreements.classGroupId, [...scope.classGroupIds]),
        scope.only ? inArray(agreements.pupilId, [...scope.only]) : undefined,
        eq(agreements.campaignId, campaign.id),
      ),
    )
    .orderBy(asc(agreements.createdAt), asc(agreements.id))
    .limit(2 * MOST_PUPILS);
  return rows.map((row) => {
    const { pupilId, id, status, hostName } = row;
    return { pupilId, id, status, hostName, awaited: awaitedOfRow(row, "school") };
  });
}

function grouped<Row extends { pupilId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.pupilId, [...(groups.get(row.pupilId) ?? []), row]);
  return groups;
}
