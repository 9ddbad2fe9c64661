import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { activationCodes, affiliations, persons } from "#db/schema/index.ts";
import { codeOf } from "./activation-code.ts";

const ofPupil = {
  id: activationCodes.id,
  personId: activationCodes.personId,
  expiresAt: activationCodes.expiresAt,
  usedAt: activationCodes.usedAt,
  revokedAt: activationCodes.revokedAt,
  firstName: persons.firstName,
  lastName: persons.lastName,
  email: persons.email,
  birthDate: persons.birthDate,
};

/** With `lock`, it is neither used nor replaced until the transaction ends. */
export async function findCode(tx: Queryable, codeId: string, { lock = false } = {}) {
  const query = tx
    .select(ofPupil)
    .from(activationCodes)
    .innerJoin(persons, eq(persons.id, activationCodes.personId))
    .where(eq(activationCodes.id, codeId));
  const [found] = await (lock ? query.for("update", { of: activationCodes }) : query);
  return found ?? null;
}

/** The pupil before the card, as whoever prints one locks them: a session that opens writes on the pupil too. */
export async function lockOwner(tx: Queryable, personId: string): Promise<void> {
  await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, personId)).for("no key update");
}

/** Read with the card: an answer takes the same time whoever's it is. */
const SCHOOL = sql<string | null>`(select ${affiliations.schoolUai} from ${affiliations}
  where ${affiliations.personId} = ${persons.id} and ${affiliations.role} = 'pupil'
  order by ${affiliations.validFrom} desc, ${affiliations.id} desc limit 1)`;

/** The card that bears this code, whatever became of it, and the school of its pupil. */
export async function findCodeAsTyped(tx: Queryable, links: LinkSigner, code: string) {
  const [found] = await tx
    .select({
      id: activationCodes.id,
      birthDate: persons.birthDate,
      expiresAt: activationCodes.expiresAt,
      usedAt: activationCodes.usedAt,
      revokedAt: activationCodes.revokedAt,
      schoolUai: SCHOOL,
    })
    .from(activationCodes)
    .innerJoin(persons, eq(persons.id, activationCodes.personId))
    .where(inArray(activationCodes.codeHash, links.digests("activation hash", code)));
  return found ?? null;
}

interface NewCode {
  personId: string;
  printedBy: string;
  printedAt: Date;
  expiresAt: Date;
}

export async function insertCodes(tx: Queryable, links: LinkSigner, codes: readonly NewCode[]) {
  const rows = codes.map((code) => {
    const id = newId();
    const [codeHash] = links.digests("activation hash", codeOf(links, id));
    return { ...code, id, codeHash };
  });
  await tx.insert(activationCodes).values(rows);
}

/** The live codes of these pupils serve no more. Gives how many there were. */
export async function endCodes(tx: Queryable, personIds: readonly string[], now: Date): Promise<number> {
  const ended = await tx
    .update(activationCodes)
    .set({ revokedAt: now })
    .where(
      and(
        inArray(activationCodes.personId, [...personIds]),
        isNull(activationCodes.usedAt),
        isNull(activationCodes.revokedAt),
      ),
    )
    .returning({ id: activationCodes.id });
  return ended.length;
}

export async function markCodeUsed(tx: Queryable, codeId: string, now: Date): Promise<void> {
  await tx.update(activationCodes).set({ usedAt: now }).where(eq(activationCodes.id, codeId));
}
