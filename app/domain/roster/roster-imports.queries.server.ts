import { and, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { schoolsSetUpBy } from "#app/domain/schools/schools.policy.ts";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { rosterImports, schools } from "#db/schema/index.ts";
import { OPEN_STATUSES } from "./roster-import.ts";

/** What the worker is told of an import. */
export async function findImport(db: Queryable, importId: string) {
  const [found] = await db
    .select({
      schoolUai: rosterImports.schoolUai,
      status: rosterImports.status,
      choices: rosterImports.choices,
    })
    .from(rosterImports)
    .where(eq(rosterImports.id, importId));
  return found ?? null;
}

/** An import of a school that the reader sets up: how far it is, what it would change, what it has changed. Null for any other. */
export async function getRosterImport(db: Queryable, actor: Actor, importId: string | undefined) {
  if (!isId(importId)) return null;
  const [found] = await db
    .select({
      id: rosterImports.id,
      schoolUai: rosterImports.schoolUai,
      schoolName: schools.name,
      status: rosterImports.status,
      requestedAt: rosterImports.requestedAt,
      pupils: rosterImports.pupils,
      written: rosterImports.written,
      columns: rosterImports.columns,
      review: rosterImports.review,
      report: rosterImports.report,
      problem: rosterImports.problem,
    })
    .from(rosterImports)
    .innerJoin(schools, eq(schools.uai, rosterImports.schoolUai))
    .where(and(eq(rosterImports.id, importId), inArray(rosterImports.schoolUai, schoolsSetUpBy(actor))));
  return found ?? null;
}

/** The schools to which the reader may send a list, with the import that is under way there and the last ones. */
export async function listRosterSchools(db: Queryable, actor: Actor) {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  const places = await db
    .select({ uai: schools.uai, name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(schools.name, schools.uai)
    .limit(10);
  const imports = await db
    .select({
      id: rosterImports.id,
      schoolUai: rosterImports.schoolUai,
      status: rosterImports.status,
      requestedAt: rosterImports.requestedAt,
    })
    .from(rosterImports)
    .where(inArray(rosterImports.schoolUai, uais))
    .orderBy(desc(rosterImports.requestedAt), desc(rosterImports.id))
    .limit(20);
  return places.map(({ uai, name }) => {
    const own = imports.filter(({ schoolUai }) => schoolUai === uai).slice(0, 5);
    const open = own.find(({ status }) => (OPEN_STATUSES as readonly string[]).includes(status));
    return {
      uai,
      name,
      openImportId: open?.id ?? null,
      imports: own.map(({ id, status, requestedAt }) => ({ id, status, requestedAt })),
    };
  });
}
