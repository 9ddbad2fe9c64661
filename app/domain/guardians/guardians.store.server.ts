import { createHash } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { guardianCodes, guardians } from "#db/schema/index.ts";
import { CODE_TRIES } from "./guardian-access.ts";

export interface GuardianRow {
  id: string;
  pupilId: string;
  email: string | null;
  phone: string | null;
  linkVersion: number;
}

const GUARDIAN = {
  id: guardians.id,
  pupilId: guardians.pupilId,
  email: guardians.email,
  phone: guardians.phone,
  linkVersion: guardians.linkVersion,
};

/** Serialises what is done for one representative: one code at a time, one new link at a time. */
export async function lockGuardian(tx: Transaction, id: string): Promise<GuardianRow | null> {
  const [row] = await tx.select(GUARDIAN).from(guardians).where(eq(guardians.id, id)).for("update");
  return row ?? null;
}

export type CodeRow = typeof guardianCodes.$inferSelect;

/** The last code asked for, whatever became of it. */
export async function findLastCode(db: Queryable, guardianId: string): Promise<CodeRow | null> {
  const [row] = await db
    .select()
    .from(guardianCodes)
    .where(eq(guardianCodes.guardianId, guardianId))
    .orderBy(desc(guardianCodes.createdAt), desc(guardianCodes.id))
    .limit(1);
  return row ?? null;
}

/** Counts one try of a code that can still be typed, before it is judged; null when it cannot. Gives the tries made. */
export async function countTry(db: Queryable, codeId: string, now: Date): Promise<number | null> {
  const [row] = await db
    .update(guardianCodes)
    .set({ attempts: sql`${guardianCodes.attempts} + 1` })
    .where(
      and(
        eq(guardianCodes.id, codeId),
        isNull(guardianCodes.usedAt),
        gt(guardianCodes.expiresAt, now),
        lt(guardianCodes.attempts, CODE_TRIES),
      ),
    )
    .returning({ attempts: guardianCodes.attempts });
  return row?.attempts ?? null;
}

/** Turns a code into an access; false when another request has just done so. */
export async function useCode(
  db: Queryable,
  codeId: string,
  access: { usedAt: Date; accessHash: string; accessExpiresAt: Date },
): Promise<boolean> {
  const rows = await db
    .update(guardianCodes)
    .set(access)
    .where(and(eq(guardianCodes.id, codeId), isNull(guardianCodes.usedAt)))
    .returning({ id: guardianCodes.id });
  return rows.length > 0;
}

/** Codes not typed yet are worth nothing any more. */
export async function endUnusedCodes(tx: Transaction, guardianId: string, now: Date): Promise<void> {
  await tx
    .update(guardianCodes)
    .set({ expiresAt: now })
    .where(
      and(
        eq(guardianCodes.guardianId, guardianId),
        isNull(guardianCodes.usedAt),
        gt(guardianCodes.expiresAt, now),
      ),
    );
}

/** Letters opened by earlier codes close: one access when its hash is told, else all of them. */
export async function endAccess(
  db: Queryable,
  guardianId: string,
  now: Date,
  accessHash?: string,
): Promise<void> {
  await db
    .update(guardianCodes)
    .set({ accessExpiresAt: now })
    .where(
      and(
        eq(guardianCodes.guardianId, guardianId),
        gt(guardianCodes.accessExpiresAt, now),
        accessHash === undefined ? undefined : eq(guardianCodes.accessHash, accessHash),
      ),
    );
}

/** What is kept of the secret in the representative's cookie. */
export function accessHashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
