import { and, asc, count, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import {
  affiliations,
  agreements,
  applications,
  hostOrganisations,
  offers,
  persons,
  schools,
  siretDetachments,
} from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import type { Detachment, SiretBearer } from "./detachment.ts";

const SHOWN = 20;

/** Who bears this SIRET, first the one that holds it today; with what stands there. */
export async function listSiretBearers(db: Queryable, siret: string): Promise<SiretBearer[]> {
  const bearers = await db
    .select({
      organisationId: hostOrganisations.id,
      name: hostOrganisations.name,
      proof: hostOrganisations.proof,
      detachedAt: hostOrganisations.detachedAt,
      reason: siretDetachments.reason,
    })
    .from(hostOrganisations)
    .leftJoin(
      siretDetachments,
      and(eq(siretDetachments.organisationId, hostOrganisations.id), isNull(siretDetachments.reattachedAt)),
    )
    .where(and(eq(hostOrganisations.siret, siret), isNull(hostOrganisations.foundAt)))
    .orderBy(sql`${hostOrganisations.detachedAt} desc nulls first`, asc(hostOrganisations.id))
    .limit(SHOWN);
  return Promise.all(
    bearers.map(async (bearer) => {
      const own = eq(offers.organisationId, bearer.organisationId);
      return {
        ...bearer,
        members: await listMembers(db, bearer.organisationId),
        published: await db.$count(offers, and(own, eq(offers.status, "published"))),
        live: await countLive(db, bearer.organisationId),
        schools: await listSchools(db, bearer.organisationId),
      };
    }),
  );
}

function listMembers(db: Queryable, organisationId: string) {
  return db
    .selectDistinct({
      personId: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      email: persons.email,
    })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.organisationId, organisationId), isNull(affiliations.validTo)))
    .orderBy(asc(persons.lastName), asc(persons.id))
    .limit(SHOWN);
}

async function countLive(db: Queryable, organisationId: string): Promise<number> {
  const [row] = await db
    .select({ live: count() })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .where(and(eq(offers.organisationId, organisationId), sql.raw(isLive("applications"))));
  return row?.live ?? 0;
}

function listSchools(db: Queryable, organisationId: string) {
  return db
    .select({ uai: schools.uai, name: schools.name, email: schools.email, placements: count() })
    .from(agreements)
    .innerJoin(schools, eq(schools.uai, agreements.schoolUai))
    .where(and(eq(agreements.organisationId, organisationId), ne(agreements.status, "cancelled")))
    .groupBy(schools.uai)
    .orderBy(asc(schools.name), asc(schools.uai))
    .limit(SHOWN);
}

/** What was taken away last, by whom and why. */
export function listDetachments(db: Queryable): Promise<Detachment[]> {
  return db
    .select({
      id: siretDetachments.id,
      siret: hostOrganisations.siret,
      hostName: hostOrganisations.name,
      reason: siretDetachments.reason,
      detachedAt: siretDetachments.detachedAt,
      reattachedAt: siretDetachments.reattachedAt,
      byFirstName: persons.firstName,
      byLastName: persons.lastName,
    })
    .from(siretDetachments)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, siretDetachments.organisationId))
    .leftJoin(persons, eq(persons.id, siretDetachments.detachedBy))
    .orderBy(desc(siretDetachments.detachedAt), desc(siretDetachments.id))
    .limit(SHOWN);
}

const TOLD = {
  organisationId: siretDetachments.organisationId,
  hostName: hostOrganisations.name,
  siret: hostOrganisations.siret,
  reason: siretDetachments.reason,
};

export async function getDetachment(db: Queryable, id: string) {
  const [row] = await db
    .select(TOLD)
    .from(siretDetachments)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, siretDetachments.organisationId))
    .where(eq(siretDetachments.id, id));
  return row ?? null;
}

/** What was taken away from the organisations of the actor, and not given back. */
export function listOwnDetachments({ db, actor }: ActorContext) {
  const own = db
    .select({ id: affiliations.organisationId })
    .from(affiliations)
    .where(and(eq(affiliations.personId, actor.personId), eq(affiliations.role, "employer")));
  return db
    .select(TOLD)
    .from(siretDetachments)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, siretDetachments.organisationId))
    .where(and(isNull(siretDetachments.reattachedAt), inArray(siretDetachments.organisationId, own)))
    .orderBy(desc(siretDetachments.detachedAt), asc(siretDetachments.id))
    .limit(SHOWN);
}
