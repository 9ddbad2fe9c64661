import { and, asc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { schoolsOf, type Actor } from "#app/domain/accounts/actor.ts";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { hasAWayIn } from "#app/domain/accounts/has-a-way-in.server.ts";
import { entrustedPupils, followedClasses } from "#app/domain/agreements/agreements.scope.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, classGroups, classMembers, guardians, persons } from "#db/schema/index.ts";
import type { PupilFilter, PupilPage } from "./pupil-list.ts";

const PAGE = 50;

interface PupilQuery {
  schoolYear: string;
  now: Date;
  filter?: PupilFilter | null;
  /** Words of a name. */
  words?: string;
  cursor?: string | null;
}

/** Pupils by family name: those of the schools that the reader runs, and those of the classes that they teach. */
export async function listPupils(
  db: Queryable,
  actor: Actor,
  { schoolYear, now, filter = null, words = "", cursor = null }: PupilQuery,
): Promise<PupilPage> {
  const reachable = sql<boolean>`exists (select 1 from ${guardians}
    where ${guardians.pupilId} = ${persons.id} and ${guardians.email} is not null)`;
  const hasLostAddress = sql<boolean>`exists (select 1 from suppressed_addresses s where s.address = ${persons.email}
    or s.address in (select g.email::citext from ${guardians} g where g.pupil_id = ${persons.id}))`;
  const group = db
    .select({ personId: classMembers.personId, id: classGroups.id, name: classGroups.name })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(and(eq(classMembers.role, "pupil"), eq(classGroups.schoolYear, schoolYear)))
    .as("seat");
  const rows = await db
    .select({
      id: persons.id,
      lastName: persons.lastName,
      firstName: persons.firstName,
      className: group.name,
      activated: hasAWayIn(),
      reachable,
      hasLostAddress,
    })
    .from(persons)
    .leftJoin(group, eq(group.personId, persons.id))
    .where(
      and(
        isNull(persons.erasedAt),
        visibleTo(db, actor, { seat: sql`${group.id}`, now }),
        filter === "sans-classe" ? isNull(group.id) : undefined,
        filter === "sans-adresse" ? sql`not ${reachable}` : undefined,
        named(words),
        afterCursor(cursor),
      ),
    )
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(persons.id))
    .limit(PAGE + 1);
  const pupils = rows.slice(0, PAGE);
  return { pupils, nextCursor: rows.length > PAGE ? (pupils.at(-1)?.id ?? null) : null };
}

function visibleTo(db: Queryable, actor: Actor, { seat, now }: { seat: SQL; now: Date }): SQL | undefined {
  const run = schoolsOf(actor, "schoolOffice", "schoolHead");
  const ofSchools = db
    .select({ id: affiliations.personId })
    .from(affiliations)
    .where(
      and(
        inArray(affiliations.schoolUai, run),
        eq(affiliations.role, "pupil"),
        affiliationInForce(parisDate(now)),
      ),
    );
  const followed = db.select({ id: classGroups.id }).from(classGroups).where(followedClasses(db, actor));
  const entrusted = db
    .select({ id: classMembers.personId })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(and(eq(classMembers.role, "pupil"), entrustedPupils(db, actor)));
  return or(
    run.length > 0 ? inArray(persons.id, ofSchools) : undefined,
    sql`${seat} in ${followed}`,
    inArray(persons.id, entrusted),
  );
}

/** Each word begins one of the pupil's names, whatever its accents. */
function named(words: string): SQL | undefined {
  const patterns = words
    .split(/[\s'’-]+/)
    .filter(Boolean)
    .slice(0, 5)
    .map((word) => word.replace(/[\\%_]/g, "\\$&"));
  return and(
    ...patterns.map(
      (word) =>
        sql`' ' || translate(lower(unaccent(${persons.firstName} || ' ' || ${persons.lastName})), '''’-', '   ')
          like '% ' || lower(unaccent(${word})) || '%'`,
    ),
  );
}

/** After this pupil, of whom the address says a number and no name; one that is not there any more begins again. */
function afterCursor(cursor: string | null): SQL | undefined {
  if (!isId(cursor ?? undefined)) return undefined;
  return sql`(${persons.lastName}, ${persons.firstName}, ${persons.id}) > (select c.last_name, c.first_name, c.id from ${persons} c where c.id = ${cursor}::uuid)`;
}
