import { and, desc, eq, gte, isNotNull, isNull, sql } from "drizzle-orm";
import { takeBackLimit, takeBackSince } from "#app/domain/history/take-back.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, persons, pupilLogEntries, schools } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import type { ContactParty, ContactWay, LogEntry, PupilLog } from "./log-entry.ts";

const MOST_ENTRIES = 200;
const MINUTE_MS = 60_000;

/** All that the team wrote of a pupil, the latest first: an exchange by its day, a note by when it was written. The caller has checked who reads. */
export async function getPupilLog(
  db: Queryable,
  actor: Actor,
  { pupilId, at }: { pupilId: string; at: Date },
): Promise<PupilLog> {
  const rows = await db
    .select({
      id: pupilLogEntries.id,
      kind: pupilLogEntries.kind,
      way: pupilLogEntries.way,
      party: pupilLogEntries.party,
      state: pupilLogEntries.state,
      onDay: pupilLogEntries.onDay,
      atTime: pupilLogEntries.atTime,
      text: pupilLogEntries.body,
      writtenAt: pupilLogEntries.writtenAt,
      changedAt: pupilLogEntries.changedAt,
      authorId: pupilLogEntries.authorId,
      byName: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(pupilLogEntries)
    .leftJoin(persons, eq(persons.id, pupilLogEntries.authorId))
    .where(and(eq(pupilLogEntries.pupilId, pupilId), isNull(pupilLogEntries.removedAt)))
    .orderBy(
      desc(
        sql`coalesce(${pupilLogEntries.onDay}, (${pupilLogEntries.writtenAt} at time zone 'Europe/Paris')::date)`,
      ),
      desc(sql`coalesce(${pupilLogEntries.atTime}, '')`),
      desc(pupilLogEntries.id),
    )
    .limit(MOST_ENTRIES);
  return {
    entries: rows.map(({ kind: _kind, way, party, state, onDay, atTime, authorId, ...row }): LogEntry => ({
      ...row,
      contact: way && party && state && onDay ? { way, party, state, onDay, atTime } : null,
      isMine: authorId === actor.personId,
    })),
    removed: await listJustRemoved(db, actor, { pupilId, at }),
  };
}

async function listJustRemoved(
  db: Queryable,
  actor: Actor,
  { pupilId, at }: { pupilId: string; at: Date },
): Promise<PupilLog["removed"]> {
  const rows = await db
    .select({
      id: pupilLogEntries.id,
      kind: pupilLogEntries.kind,
      removedAt: sql<Date>`${pupilLogEntries.removedAt}`.mapWith(pupilLogEntries.removedAt),
    })
    .from(pupilLogEntries)
    .where(
      and(
        eq(pupilLogEntries.pupilId, pupilId),
        eq(pupilLogEntries.authorId, actor.personId),
        isNotNull(pupilLogEntries.removedAt),
        gte(pupilLogEntries.removedAt, takeBackSince(at)),
      ),
    )
    .orderBy(desc(pupilLogEntries.removedAt))
    .limit(3);
  return rows.map(({ id, kind, removedAt }) => ({ id, kind, restoreUntil: takeBackLimit(removedAt) }));
}

/** A planned exchange as a calendar tells it: the pupil's first name, and nothing of what was written. */
export interface PlannedSlot {
  id: string;
  way: ContactWay;
  party: ContactParty;
  firstName: string;
  startsAt: Date;
  changedAt: Date;
}

/** By the link of who planned it, as long as it is planned. */
export async function findPlannedSlot(
  db: Queryable,
  entryId: string,
  today: string,
): Promise<PlannedSlot | null> {
  const [row] = await db
    .select({
      id: pupilLogEntries.id,
      way: pupilLogEntries.way,
      party: pupilLogEntries.party,
      onDay: pupilLogEntries.onDay,
      atTime: pupilLogEntries.atTime,
      firstName: persons.firstName,
      inseeCode: schools.inseeCode,
      postcode: schools.postcode,
      changedAt: sql<Date>`coalesce(${pupilLogEntries.changedAt}, ${pupilLogEntries.writtenAt})`.mapWith(
        pupilLogEntries.writtenAt,
      ),
    })
    .from(pupilLogEntries)
    .innerJoin(persons, eq(persons.id, pupilLogEntries.pupilId))
    .innerJoin(
      affiliations,
      and(
        eq(affiliations.personId, pupilLogEntries.pupilId),
        eq(affiliations.role, "pupil"),
        affiliationInForce(today),
      ),
    )
    .innerJoin(schools, eq(schools.uai, affiliations.schoolUai))
    .where(
      and(
        eq(pupilLogEntries.id, entryId),
        eq(pupilLogEntries.state, "planned"),
        isNull(pupilLogEntries.removedAt),
      ),
    )
    .limit(1);
  if (!row?.way || !row.party || !row.onDay || !row.atTime) return null;
  const { id, way, party, firstName, changedAt, onDay, atTime } = row;
  const hour = localInstant(onDay, Number(atTime.slice(0, 2)), timeZoneOf(row));
  const startsAt = new Date(hour.getTime() + Number(atTime.slice(3)) * MINUTE_MS);
  return { id, way, party, firstName, startsAt, changedAt };
}
