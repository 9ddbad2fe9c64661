import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { getMessageRecord } from "./message-record.queries.server.ts";

/** The course of one message, for an administrator: each reading is kept. Null for what is none. */
export async function readMessageRecord(
  { db, clock, actor, origin }: ActorContext,
  { messageId }: { messageId: string | undefined },
) {
  const record = await getMessageRecord(db, messageId);
  if (!record) return null;
  const on = { kind: "message" as const, id: record.id };
  await appendAudit(db, { actor, origin }, { action: "message.read", as: "admin", on }, clock.now());
  return record;
}
