import { createHash } from "node:crypto";
import type { AuditEntry } from "./audit-entry.ts";

/** What the first seal follows. */
export const GENESIS = "0".repeat(64);

export interface Seal {
  number: number;
  previousHash: string;
  /** How many entries it seals, by which hash, and when the youngest of them was written. */
  entries: number;
  entriesHash: string;
  youngestAt: Date;
  sealedAt: Date;
}

/** One line an entry: a JSON array of its fields in this order, instants in UTC to the millisecond. */
function canonicalLine(entry: AuditEntry): string {
  const { id, at, action, actorId, capacity, subjectKind, subjectId, reason, requestId, network } = entry;
  return JSON.stringify([
    id,
    at.toISOString(),
    action,
    actorId,
    capacity,
    subjectKind,
    subjectId,
    reason,
    requestId,
    network,
  ]);
}

/** SHA-256 of the lines of the entries, each ended by a line feed, in the order of their identifiers. */
export function entriesHash(entries: readonly AuditEntry[]): string {
  const hash = createHash("sha256");
  for (const entry of entries) hash.update(`${canonicalLine(entry)}\n`);
  return hash.digest("hex");
}

/** SHA-256 of all that the seal says, the hash of the one before included. */
export function sealHash(seal: Seal): string {
  const { number, previousHash, entries, youngestAt, sealedAt } = seal;
  const line = JSON.stringify([
    "stage-de-seconde audit v1",
    number,
    previousHash,
    entries,
    seal.entriesHash,
    youngestAt.toISOString(),
    sealedAt.toISOString(),
  ]);
  return createHash("sha256").update(line).digest("hex");
}
