import { and, asc, desc, eq, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreementRemarks,
  agreements,
  agreementVersions,
  classGroups,
  hostOrganisations,
  persons,
} from "#db/schema/index.ts";
import type { Actor } from "../accounts/actor.ts";
import { AGREEMENT_STATUSES, type AgreementSide, type AgreementStatus } from "./agreement.ts";
import { awaitedOfRow, PROGRESS_COLUMNS } from "./awaited/agreement-progress.server.ts";
import type { Awaited } from "./awaited/awaited.ts";
import { followedAgreements, hostedAgreements } from "./agreements.scope.server.ts";
import { hostKnowsPupil } from "./host-reading.ts";

export interface ListedAgreement {
  id: string;
  status: AgreementStatus;
  updatedAt: Date;
  pupilName: string;
  /** Null for a host whose place is cancelled. */
  className: string | null;
  hostName: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Null once nobody is awaited; what the school lacks is not for a host to read. */
  awaited: Awaited | null;
}

export interface AgreementPageOf {
  agreements: ListedAgreement[];
  nextCursor: string | null;
}

interface ListInput {
  status?: AgreementStatus | null;
  cursor?: string | null;
  limit?: number;
}

/** Agreements of the classes that the reader follows: those to validate first, the latest changed first inside. */
export function listFollowedAgreements(
  db: Queryable,
  actor: Actor,
  input: ListInput,
): Promise<AgreementPageOf> {
  return listAgreements(
    db,
    followedAgreements(db, actor),
    sql`${agreements.status} = 'completed'`,
    input,
    pupilInFull,
  );
}

/** Agreements of the reader's organisations: those that wait for the host first. */
export function listHostedAgreements(
  db: Queryable,
  actor: Actor,
  input: ListInput,
): Promise<AgreementPageOf> {
  return listAgreements(db, hostedAgreements(actor), waitsFor("host"), input, pupilOfHost);
}

/** Those of them that wait for the host: a part to fill or to correct. */
export function listAgreementsAwaitingHost(
  db: Queryable,
  actor: Actor,
  limit: number,
): Promise<AgreementPageOf> {
  const waiting = and(hostedAgreements(actor), waitsFor("host")) ?? sql`false`;
  return listAgreements(db, waiting, sql`true`, { limit }, pupilOfHost);
}

/** How the list names the pupil and their class. */
interface PupilColumns {
  pupilName: SQL<string>;
  className: SQL<string | null>;
  /** Who reads whose turn it is. */
  reader: "host" | "school";
}

const pupilInFull: PupilColumns = {
  reader: "school",
  pupilName: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
  className: sql<string>`${classGroups.name}`,
};

const known = inArray(agreements.status, AGREEMENT_STATUSES.filter(hostKnowsPupil));
/** The condition stands in the query itself: of a place that is cancelled the database gives the first name alone. */
const pupilOfHost: PupilColumns = {
  reader: "host",
  pupilName: sql<string>`case when ${known} then ${pupilInFull.pupilName} else ${persons.firstName} end`,
  className: sql<string | null>`case when ${known} then ${pupilInFull.className} end`,
};

/** How many agreements of the reader's classes stand in each state. */
export async function countFollowedAgreements(
  db: Queryable,
  actor: Actor,
): Promise<Partial<Record<AgreementStatus, number>>> {
  const rows = await db
    .select({ status: agreements.status, count: sql<number>`count(*)::int` })
    .from(agreements)
    .where(followedAgreements(db, actor))
    .groupBy(agreements.status);
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** A part not whole yet, or a remark still open, on one side. */
function waitsFor(side: AgreementSide): SQL {
  const completedAt = side === "host" ? agreements.hostCompletedAt : agreements.schoolCompletedAt;
  return sql`(${agreements.status} in ('draft', 'changes_requested') and (${completedAt} is null or exists (
    select 1 from ${agreementRemarks} where ${agreementRemarks.agreementId} = ${agreements.id}
    and ${agreementRemarks.addressee} = ${side} and ${isNull(agreementRemarks.resolvedAt)})))`;
}

async function listAgreements(
  db: Queryable,
  scope: SQL,
  first: SQL,
  { status = null, cursor = null, limit = 20 }: ListInput,
  pupil: PupilColumns,
): Promise<AgreementPageOf> {
  const rank = sql<number>`case when ${first} then 0 else 1 end`;
  const rows = await db
    .select({
      ...PROGRESS_COLUMNS,
      id: agreements.id,
      updatedAt: agreements.updatedAt,
      pupilName: pupil.pupilName,
      className: pupil.className,
      hostName: hostOrganisations.name,
      startsOn: sql<string>`${agreementVersions.content} ->> 'startsOn'`,
      endsOn: sql<string>`${agreementVersions.content} ->> 'endsOn'`,
      rank,
    })
    .from(agreements)
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .innerJoin(persons, eq(persons.id, agreements.pupilId))
    .innerJoin(classGroups, eq(classGroups.id, agreements.classGroupId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, agreements.organisationId))
    .where(and(scope, status ? eq(agreements.status, status) : undefined, afterCursor(rank, cursor)))
    .orderBy(asc(rank), desc(agreements.updatedAt), desc(agreements.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    agreements: page.map((row) => {
      const { id, status, updatedAt, pupilName, className, hostName, startsOn, endsOn } = row;
      const awaited = awaitedOfRow(row, pupil.reader);
      return { id, status, updatedAt, pupilName, className, hostName, startsOn, endsOn, awaited };
    }),
    nextCursor: last ? [last.rank, last.updatedAt.getTime(), last.id].join("_") : null,
  };
}

/** A cursor that does not read as one of ours gives the first page. */
function afterCursor(rank: SQL<number>, cursor: string | null): SQL | undefined {
  const [rankText, instant, id] = (cursor ?? "").split("_");
  if (!/^[01]$/.test(rankText ?? "") || !/^\d{1,13}$/.test(instant ?? "") || !isId(id)) return undefined;
  const at = new Date(Number(instant));
  return or(
    sql`${rank} > ${Number(rankText)}`,
    and(
      sql`${rank} = ${Number(rankText)}`,
      or(lt(agreements.updatedAt, at), and(eq(agreements.updatedAt, at), lt(agreements.id, id))),
    ),
  );
}
