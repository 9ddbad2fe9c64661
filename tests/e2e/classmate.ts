import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { openDatabase } from "#db/client.ts";
import { classGroups, classMembers, identities, persons } from "#db/schema/index.ts";
import { factories } from "#tests/support/factories.ts";
import { PERSONAS } from "./personas.ts";

export const PASSWORD = "un mot de passe pour cette histoire";

export interface Classmate {
  firstName: string;
  lastName: string;
  email: string;
}

/** A pupil who joins Inès's class for one story, and signs in with a password. */
export async function joinClass(firstName: string, lastName: string): Promise<Classmate> {
  const { db, close } = openDatabase(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  const [sitting] = await db
    .select({ classGroupId: classGroups.id, schoolUai: classGroups.schoolUai })
    .from(persons)
    .innerJoin(classMembers, eq(classMembers.personId, persons.id))
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(eq(persons.email, PERSONAS.ines));
  if (!sitting) throw new Error("Inès has no class");
  const email = `camarade.${randomUUID()}@example.org`;
  const pupil = await factories(db, systemClock).pupil({
    classGroupId: sitting.classGroupId,
    schoolUai: sitting.schoolUai,
    firstName,
    lastName,
    email,
  });
  await db.insert(identities).values({
    personId: pupil.id,
    issuer: "password",
    subject: email,
    passwordHash: await hashPassword(PASSWORD),
    validFrom: systemClock.now(),
  });
  await close();
  return { firstName, lastName, email };
}
