import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import postgres from "postgres";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { openDatabase, type Database } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import * as tables from "#db/schema/index.ts";
import { seedDemonstration } from "#db/seed/demonstration.ts";

export interface SeatsWorld {
  url: string;
  offers: { id: string; host: Actor }[];
  pupils: Actor[];
  drop(): Promise<void>;
}

/** A fresh database with the demonstration in it, `offers` of its offers cut down to `seats` a week, and pupils without a place. */
export async function createSeatsWorld(size: {
  offers: number;
  seats: number;
  pupils: number;
}): Promise<SeatsWorld> {
  const server = await startEmbeddedPostgres({ name: "bench" });
  const name = `bench_seats_${process.pid}`;
  await server.ensureDatabase(name);
  const url = server.url(name);
  await migrateDatabase(url);
  const handle = openDatabase(url, { max: 4 });
  try {
    await seedDemonstration(handle.db, systemClock);
    const offers = await cutSeats(handle.db, size.offers, size.seats);
    const pupils = await addPupils(handle.db, size.pupils);
    return {
      url,
      offers,
      pupils,
      async drop() {
        const admin = postgres(server.url("postgres"), { max: 1, onnotice: () => undefined });
        await admin`drop database if exists ${admin(name)} with (force)`;
        await admin.end();
        await server.stop();
      },
    };
  } finally {
    await handle.close();
  }
}

async function cutSeats(db: Database, count: number, seats: number): Promise<SeatsWorld["offers"]> {
  const rows = await db
    .selectDistinctOn([tables.offers.id], { id: tables.offers.id, employer: tables.affiliations.personId })
    .from(tables.offers)
    .innerJoin(tables.offerSearch, eq(tables.offerSearch.offerId, tables.offers.id))
    .innerJoin(
      tables.affiliations,
      and(
        eq(tables.affiliations.organisationId, tables.offers.organisationId),
        eq(tables.affiliations.role, "employer"),
        isNull(tables.affiliations.validTo),
      ),
    )
    .where(
      and(
        isNull(tables.offers.reservedTo),
        eq(tables.offers.acceptsBothWeeks, true),
        eq(tables.offers.acceptsSingleWeek, true),
        sql`not exists (select 1 from ${tables.applications} a where a.offer_id = ${tables.offers.id})`,
      ),
    )
    .orderBy(asc(tables.offers.id), asc(tables.affiliations.personId))
    .limit(count);
  const ids = rows.map(({ id }) => id);
  await db.transaction(async (tx) => {
    await tx
      .update(tables.offerSeats)
      .set({ capacity: seats })
      .where(inArray(tables.offerSeats.offerId, ids));
    await projectOffers(tx, ids);
  });
  return Promise.all(rows.map(async ({ id, employer }) => ({ id, host: await actor(db, employer) })));
}

async function addPupils(db: Database, count: number): Promise<Actor[]> {
  const now = systemClock.now();
  const [group] = await db.select().from(tables.classGroups).orderBy(asc(tables.classGroups.id)).limit(1);
  if (!group) throw new Error("The demonstration has no class");
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    firstName: "Camille",
    lastName: `Mesure ${index}`,
    createdAt: now,
    birthDate: "2011-10-02",
  }));
  await db.insert(tables.persons).values(people);
  await db.insert(tables.affiliations).values(
    people.map(({ id }) => ({
      personId: id,
      role: "pupil" as const,
      schoolUai: group.schoolUai,
      validFrom: parisDate(now),
    })),
  );
  await db.insert(tables.classMembers).values(
    people.map(({ id }) => ({
      classGroupId: group.id,
      personId: id,
      role: "pupil" as const,
      joinedAt: now,
    })),
  );
  return Promise.all(people.map(({ id }) => actor(db, id)));
}

async function actor(db: Database, personId: string): Promise<Actor> {
  const found = await findActor(db, personId, systemClock.now());
  if (!found) throw new Error("Someone of the bench has no role");
  return found;
}
