import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, guardians, identities, persons, pupilNumbers, schools } from "#db/schema/index.ts";
import { affiliationInForce } from "../accounts/affiliation-in-force.server.ts";
import type { Arrival } from "./arrival.ts";

type Pupil = Extract<Arrival, { kind: "pupil" }>;

/** Twins are two; more pupils of one school born on one day are a handful. */
const BORN_TOGETHER = 50;

/** The pupil of this number, else the only one whom the school lists under this name and birth date and who has not come yet. */
export async function findPupil(tx: Queryable, pupil: Pupil, now: Date): Promise<string | null> {
  if (pupil.numberHash !== null) {
    const [known] = await tx
      .select({ personId: pupilNumbers.personId })
      .from(pupilNumbers)
      .where(eq(pupilNumbers.numberHash, pupil.numberHash));
    if (known) return known.personId;
  }
  return findListedPupil(tx, pupil, now);
}

async function findListedPupil(
  tx: Queryable,
  { firstName, lastName, birthDate, uai }: Pupil,
  now: Date,
): Promise<string | null> {
  if (birthDate === null || uai === null) return null;
  const born = await tx
    .select({ personId: persons.id, firstName: persons.firstName, lastName: persons.lastName })
    .from(persons)
    .innerJoin(affiliations, eq(affiliations.personId, persons.id))
    .where(
      and(
        eq(persons.birthDate, birthDate),
        eq(affiliations.schoolUai, uai),
        eq(affiliations.role, "pupil"),
        affiliationInForce(parisDate(now)),
        sql`not exists (select from ${pupilNumbers} where ${pupilNumbers.personId} = ${persons.id})`,
        sql`not exists (select from ${identities} where ${identities.personId} = ${persons.id} and ${identities.issuer} = 'educonnect')`,
      ),
    )
    .orderBy(asc(persons.id))
    .limit(BORN_TOGETHER);
  const wanted = normaliseText(`${firstName} ${lastName}`);
  const same = born.filter((one) => normaliseText(`${one.firstName} ${one.lastName}`) === wanted);
  return same.length === 1 ? (same[0]?.personId ?? null) : null;
}

/** Waits for whoever is writing the list of this school's pupils; those who only arrive do not wait for one another. */
export async function awaitRoster(tx: Queryable, uai: string): Promise<void> {
  await tx.select({ uai: schools.uai }).from(schools).where(eq(schools.uai, uai)).for("share");
}

/** The number by which EduConnect knows the pupil; the one that we know already stays. */
export async function keepPupilNumber(
  tx: Queryable,
  { personId, numberHash }: { personId: string; numberHash: string | null },
): Promise<void> {
  if (numberHash !== null)
    await tx.insert(pupilNumbers).values({ personId, numberHash }).onConflictDoNothing();
}

/** Representatives of the pupils of these numbers whom their school knows under this name. */
export async function findGuardiansOf(
  tx: Queryable,
  { firstName, lastName, childNumberHashes }: Extract<Arrival, { kind: "guardian" }>,
): Promise<string[]> {
  if (childNumberHashes.length === 0) return [];
  const rows = await tx
    .select({ id: guardians.id, name: guardians.name })
    .from(guardians)
    .innerJoin(pupilNumbers, eq(pupilNumbers.personId, guardians.pupilId))
    .where(inArray(pupilNumbers.numberHash, childNumberHashes))
    .orderBy(asc(guardians.id))
    .limit(50);
  const wanted = normaliseText(`${firstName} ${lastName}`);
  return rows.filter(({ name }) => normaliseText(name) === wanted).map(({ id }) => id);
}
