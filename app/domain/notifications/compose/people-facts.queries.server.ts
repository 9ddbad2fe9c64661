import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { guardianCodes, guardians, persons } from "#db/schema/index.ts";
import { listGuardians, type GuardianRecipient } from "./recipients.queries.server.ts";

export interface GuardianFacts {
  /** Nobody when they gave neither address nor number. */
  guardian: GuardianRecipient[];
  pupilFirstName: string;
}

/** A legal representative, to be written to about their own link. */
export async function getGuardianFacts(db: Queryable, guardianId: string): Promise<GuardianFacts | null> {
  const [row] = await db
    .select({ pupilId: guardians.pupilId, pupilFirstName: persons.firstName })
    .from(guardians)
    .innerJoin(persons, eq(persons.id, guardians.pupilId))
    .where(eq(guardians.id, guardianId));
  if (!row) return null;
  const all = await listGuardians(db, row.pupilId);
  const guardian = all.filter((one) => one.guardianId === guardianId && (one.email ?? one.phone) !== null);
  return { guardian, pupilFirstName: row.pupilFirstName };
}

/** A code that a representative asked for; the digits are derived from its identifier, never read. */
export async function getCodeFacts(
  db: Queryable,
  codeId: string,
): Promise<(GuardianFacts & { usedAt: Date | null; expiresAt: Date }) | null> {
  const [code] = await db
    .select({
      guardianId: guardianCodes.guardianId,
      usedAt: guardianCodes.usedAt,
      expiresAt: guardianCodes.expiresAt,
    })
    .from(guardianCodes)
    .where(eq(guardianCodes.id, codeId));
  const facts = code && (await getGuardianFacts(db, code.guardianId));
  return facts ? { ...facts, usedAt: code.usedAt, expiresAt: code.expiresAt } : null;
}
