import { eq } from "drizzle-orm";
import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";
import type { Database } from "#db/client.ts";
import { persons, pupilNumbers } from "#db/schema/index.ts";

/** Invented national numbers by which the demonstration's EduConnect knows its pupils, as a school's list would bring them. */
const NUMBERS: Readonly<Record<string, string>> = {
  "ines.martin@example.org": "0000000001A",
  "karim.benali@example.org": "0000000002A",
};

export async function seedPupilNumbers(db: Database, numbers: PupilNumbers): Promise<void> {
  for (const [email, number] of Object.entries(NUMBERS)) {
    const [pupil] = await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email));
    if (!pupil) throw new Error(`The demonstration has no pupil ${email}`);
    await db.insert(pupilNumbers).values({ personId: pupil.id, numberHash: numbers.hash(number) });
  }
}
