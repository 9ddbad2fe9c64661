import type { Actor } from "#app/domain/accounts/actor.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { auditEntries } from "#db/schema/index.ts";
import type { Origin } from "../use-case.ts";
import type { AuditAction, AuditCapacity, AuditSubject } from "./audit-entry.ts";

/** The context of a use case says who and from where; what runs without one says neither. */
export interface AuditedBy {
  actor?: Actor | undefined;
  origin?: Origin | undefined;
}

interface Act {
  action: AuditAction;
  as: AuditCapacity;
  /** Whoever acts, when nobody is signed in yet. */
  actorId?: string;
  on?: { kind: AuditSubject; id: string };
  reason?: string;
}

/** Keeps that something was done, in the transaction that does it. Nothing is locked: the seals come later, by a job. */
export async function appendAudit(tx: Queryable, by: AuditedBy, act: Act, now: Date): Promise<void> {
  await tx.insert(auditEntries).values({
    id: newId(),
    at: now,
    action: act.action,
    actorId: by.actor?.personId ?? act.actorId ?? null,
    capacity: act.as,
    subjectKind: act.on?.kind ?? null,
    subjectId: act.on?.id ?? null,
    reason: act.reason ?? null,
    requestId: by.origin?.requestId ?? null,
    network: by.origin?.network ?? null,
  });
}
