import { and, eq, inArray, sql } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import {
  affiliations,
  classMembers,
  guardians,
  persons,
  pupilNumbers,
  rosterKeys,
} from "#db/schema/index.ts";
import { AFFILIATION_KEY } from "../../accounts/affiliation-in-force.server.ts";
import type { SchoolYear } from "../plan/known-school.store.server.ts";
import type { PlannedPupil } from "../plan/roster-plan.ts";
import { leaveClasses } from "./leave-school.store.server.ts";

/** A pupil who is about to be written, under the identifier that is theirs from now on, in the class that there is. */
export interface WrittenPupil extends PlannedPupil {
  id: string;
  classGroupId: string | null;
}

/** Identifiers for those who are new to the service. */
export function withIdentifiers(
  pupils: readonly PlannedPupil[],
  classOf: (className: string | null) => string | null,
): WrittenPupil[] {
  return pupils.map((pupil) =>
    Object.assign({}, pupil, { id: pupil.personId ?? newId(), classGroupId: classOf(pupil.className) }),
  );
}

/** Writes some pupils, in as many statements whatever their number. */
export async function writePupils(
  tx: Transaction,
  pupils: readonly WrittenPupil[],
  year: SchoolYear,
  now: Date,
): Promise<void> {
  await enterSchool(tx, pupils, year, now);
  await renamePupils(
    tx,
    pupils.filter(({ changes }) => changes.includes("name") || changes.includes("birth_date")),
  );
  await moveClasses(tx, pupils, year, now);
  await writeGuardians(tx, pupils);
  await keepNumbers(tx, pupils, year);
}

async function enterSchool(
  tx: Transaction,
  pupils: readonly WrittenPupil[],
  { uai, today }: SchoolYear,
  now: Date,
): Promise<void> {
  const entering = pupils.filter(({ isNew }) => isNew);
  if (entering.length === 0) return;
  const unknown = entering.filter(({ personId }) => personId === null);
  if (unknown.length > 0)
    await tx.insert(persons).values(
      unknown.map(({ id, firstName, lastName, birthDate }) => ({
        id,
        firstName,
        lastName,
        birthDate,
        email: null,
        createdAt: now,
      })),
    );
  await tx
    .insert(affiliations)
    .values(
      entering.map(({ id }) => ({
        personId: id,
        role: "pupil" as const,
        schoolUai: uai,
        validFrom: today,
      })),
    )
    .onConflictDoUpdate({
      target: AFFILIATION_KEY,
      set: { validTo: null },
    });
}

async function renamePupils(tx: Transaction, pupils: readonly WrittenPupil[]): Promise<void> {
  if (pupils.length === 0) return;
  const rows = pupils.map(({ id, firstName, lastName, birthDate }) => ({
    id,
    firstName,
    lastName,
    birthDate,
  }));
  await tx.execute(sql`
    update persons p set first_name = s."firstName", last_name = s."lastName", birth_date = s."birthDate"
    from json_to_recordset(${JSON.stringify(rows)}::json) as s(id uuid, "firstName" text, "lastName" text, "birthDate" date)
    where p.id = s.id`);
}

/** Agreements follow their pupil, so that whoever teaches the new class sees them; applications have no class. */
async function moveClasses(
  tx: Transaction,
  pupils: readonly WrittenPupil[],
  year: SchoolYear,
  now: Date,
): Promise<void> {
  const seated = pupils.flatMap(({ id, isNew, isMoved, fromClassId, classGroupId }) =>
    (isNew || isMoved) && classGroupId !== null ? [{ id, from: fromClassId, to: classGroupId }] : [],
  );
  if (seated.length === 0) return;
  await leaveClasses(
    tx,
    seated.map(({ id }) => id),
    year,
  );
  await tx.insert(classMembers).values(
    seated.map(({ id, to }) => ({
      classGroupId: to,
      personId: id,
      role: "pupil" as const,
      joinedAt: now,
    })),
  );
  const moved = seated.filter(({ from }) => from !== null);
  if (moved.length === 0) return;
  await tx.execute(sql`
    update agreements a set class_group_id = s."to"
    from json_to_recordset(${JSON.stringify(moved)}::json) as s(id uuid, "from" uuid, "to" uuid)
    where a.pupil_id = s.id and a.class_group_id = s."from"`);
}

async function writeGuardians(tx: Transaction, pupils: readonly WrittenPupil[]): Promise<void> {
  const added = pupils.flatMap(({ id, newGuardians }) =>
    newGuardians.map(({ name, email, phone }) => ({ pupilId: id, name, email, phone })),
  );
  if (added.length > 0) await tx.insert(guardians).values(added).onConflictDoNothing();
  const changed = pupils.flatMap(({ guardianChanges }) => guardianChanges);
  if (changed.length > 0)
    await tx.execute(sql`
      update guardians g set email = s.email, phone = s.phone
      from json_to_recordset(${JSON.stringify(changed)}::json) as s(id uuid, email text, phone text)
      where g.id = s.id`);
}

/** A number that the school's software has given again is no longer that of the pupil who had it. */
async function keepNumbers(
  tx: Transaction,
  pupils: readonly WrittenPupil[],
  { uai }: SchoolYear,
): Promise<void> {
  const numbered = pupils.flatMap(({ id, numberHash }) =>
    numberHash === null ? [] : [{ personId: id, numberHash }],
  );
  if (numbered.length > 0)
    await tx.insert(pupilNumbers).values(numbered).onConflictDoNothing({ target: pupilNumbers.personId });
  const keyed = pupils.flatMap(({ id, keyHash }) => (keyHash === null ? [] : [{ personId: id, keyHash }]));
  if (keyed.length === 0) return;
  const hashes = keyed.map(({ keyHash }) => keyHash);
  await tx.delete(rosterKeys).where(and(eq(rosterKeys.schoolUai, uai), inArray(rosterKeys.keyHash, hashes)));
  await tx
    .insert(rosterKeys)
    .values(keyed.map(({ personId, keyHash }) => ({ personId, schoolUai: uai, keyHash })))
    .onConflictDoUpdate({
      target: [rosterKeys.personId, rosterKeys.schoolUai],
      set: { keyHash: sql`excluded.key_hash` },
    });
}
