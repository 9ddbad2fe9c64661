import { asc, count, gt, isNull } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { auditEntries, auditSeals } from "#db/schema/index.ts";
import { AUDIT_DAYS } from "./audit-entry.ts";
import { entriesHash, GENESIS, sealHash } from "./audit-hash.server.ts";
import { listEntriesOf } from "./audit.store.server.ts";

/**
 * Why a chain does not hold. `seal_missing`: a number is left out. `chain_cut`: it does not follow the one before.
 * `seal_altered`: it is not what its own hash says. `entries_missing`, `entries_added`, `entries_altered`: of those it holds.
 * `head_unknown`: the seal that was noted elsewhere is not in the chain.
 */
export type ChainFault =
  | "seal_missing"
  | "chain_cut"
  | "seal_altered"
  | "entries_missing"
  | "entries_added"
  | "entries_altered"
  | "head_unknown";

export interface AuditReport {
  seals: number;
  entries: number;
  /** Of seals older than what is kept. */
  forgotten: number;
  unsealed: number;
  head: { number: number; hash: string } | null;
  /** Where the chain breaks first. */
  broken: { seal: number; fault: ChainFault; sealedAt: Date | null } | null;
}

type StoredSeal = typeof auditSeals.$inferSelect;

const PAGE = 200;
const A_DAY_MS = 86_400_000;

/** Reads the whole chain again, from its first seal. `noted`: a hash that was kept elsewhere, which the chain must still hold. */
export async function verifyAudit(
  db: Database,
  { now, noted = null }: { now: Date; noted?: string | null },
): Promise<AuditReport> {
  const [waiting] = await db.select({ number: count() }).from(auditEntries).where(isNull(auditEntries.seal));
  const report: AuditReport = {
    seals: 0,
    entries: 0,
    forgotten: 0,
    unsealed: waiting?.number ?? 0,
    head: null,
    broken: null,
  };
  let notedSeen = noted === null;
  for (;;) {
    const seals = await listSealsAfter(db, report.head?.number ?? 0);
    for (const seal of seals) {
      const fault = faultOfSeal(seal, report.head) ?? (await faultOfEntries(db, seal, { now, report }));
      if (fault) {
        const { number, sealedAt } = seal;
        return Object.assign(report, { broken: { seal: number, fault, sealedAt } });
      }
      report.head = { number: seal.number, hash: seal.hash };
      report.seals += 1;
      notedSeen ||= seal.hash === noted;
    }
    if (seals.length < PAGE) break;
  }
  if (!notedSeen)
    report.broken = { seal: (report.head?.number ?? 0) + 1, fault: "head_unknown", sealedAt: null };
  return report;
}

async function listSealsAfter(db: Database, number: number): Promise<StoredSeal[]> {
  return db
    .select()
    .from(auditSeals)
    .where(gt(auditSeals.number, number))
    .orderBy(asc(auditSeals.number))
    .limit(PAGE);
}

function faultOfSeal(seal: StoredSeal, before: AuditReport["head"]): ChainFault | null {
  if (seal.number !== (before?.number ?? 0) + 1) return "seal_missing";
  if (seal.previousHash !== (before?.hash ?? GENESIS)) return "chain_cut";
  return sealHash(seal) === seal.hash ? null : "seal_altered";
}

/** Entries may be gone once the youngest of them is older than what is kept, all together. */
async function faultOfEntries(
  db: Database,
  seal: StoredSeal,
  { now, report }: { now: Date; report: AuditReport },
): Promise<ChainFault | null> {
  const entries = await listEntriesOf(db, seal.number, seal.entries + 1);
  const mayBeForgotten = seal.youngestAt.getTime() < now.getTime() - AUDIT_DAYS * A_DAY_MS;
  if (entries.length === 0 && mayBeForgotten) {
    report.forgotten += seal.entries;
    return null;
  }
  if (entries.length < seal.entries) return "entries_missing";
  if (entries.length > seal.entries) return "entries_added";
  if (entriesHash(entries) !== seal.entriesHash) return "entries_altered";
  report.entries += entries.length;
  return null;
}
