import { sql } from "drizzle-orm";
import type { UseCaseContext } from "../use-case.ts";
import { entriesHash, GENESIS, sealHash } from "./audit-hash.server.ts";
import { findLastSeal, insertSeal, listUnsealed } from "./audit.store.server.ts";

export const ENTRIES_A_SEAL = 1000;

export interface SealedSoFar {
  number: number;
  hash: string;
}

/**
 * Seals what was written since the last time, one run at a time. A seal names its entries: one whose transaction was committed
 * late is held by the next seal, so that nothing falls between two. Gives the last seal that it made.
 */
export async function sealAudit({ db, clock }: UseCaseContext): Promise<SealedSoFar | null> {
  const sealed = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('audit_seals'))`);
    const entries = await listUnsealed(tx, ENTRIES_A_SEAL);
    if (entries.length === 0) return null;
    const last = await findLastSeal(tx);
    const seal = {
      number: (last?.number ?? 0) + 1,
      previousHash: last?.hash ?? GENESIS,
      entries: entries.length,
      entriesHash: entriesHash(entries),
      youngestAt: new Date(Math.max(...entries.map(({ at }) => at.getTime()))),
      sealedAt: clock.now(),
    };
    const hash = sealHash(seal);
    await insertSeal(
      tx,
      Object.assign(seal, { hash }),
      entries.map(({ id }) => id),
    );
    return { number: seal.number, hash, more: entries.length === ENTRIES_A_SEAL };
  });
  if (!sealed) return null;
  const { more, ...made } = sealed;
  return (more ? await sealAudit({ db, clock }) : null) ?? made;
}
