import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { systemClock } from "#app/kernel/clock.ts";
import { openDatabase, type Database } from "#db/client.ts";
import { classGroups, classMembers, identities, persons } from "#db/schema/index.ts";
import { factories } from "#tests/support/factories.ts";
import { PERSONAS } from "./personas.ts";

export const PASSWORD = "un mot de passe pour cette histoire";

export interface Classmate {
  firstName: string;
  lastName: string;
  email: string;
}

/** Where Inès sits, and beside how many. */
async function findClass(db: Database) {
  const [sitting] = await db
    .select({
      classGroupId: classGroups.id,
      schoolUai: classGroups.schoolUai,
      pupils: sql<number>`(select count(*)::int from class_members m where m.class_group_id = ${classGroups.id} and m.role = 'pupil')`,
    })
    .from(persons)
    .innerJoin(classMembers, eq(classMembers.personId, persons.id))
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(eq(persons.email, PERSONAS.ines));
  if (!sitting) throw new Error("Inès has no class");
  return sitting;
}

/** A pupil who joins Inès's class for one story, and signs in with a password. */
export async function joinClass(firstName: string, lastName: string): Promise<Classmate> {
  const { db, close } = openDatabase(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  const sitting = await findClass(db);
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

/** Inès's class as long as a class may be: pupils of whom nobody has seen anything yet; one of them asks for help. */
export async function fillClass(
  size: number,
  asking: { firstName: string; lastName: string },
): Promise<void> {
  const { db, close } = openDatabase(process.env.E2E_DATABASE_URL ?? "", { max: 1 });
  const sitting = await findClass(db);
  const { classGroupId, schoolUai } = sitting;
  const make = factories(db, systemClock);
  const joining = () => ({ classGroupId, schoolUai, email: `camarade.${randomUUID()}@example.org` });
  const { firstName, lastName } = asking;
  const pupil = await make.pupil({ ...joining(), firstName, lastName });
  for (let at = sitting.pupils + 1; at < size; at += 1)
    await make.pupil({ ...joining(), firstName: "Camille", lastName: `Élève ${at}` });
  await requestHelp(await make.as(pupil.id), {
    topic: "search",
    body: "Personne ne m’a répondu, par où recommencer ?",
  });
  await close();
}
