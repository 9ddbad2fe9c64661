import { and, desc, eq } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { helpMessages, helpReaders, helpRequests, helpRequestSteps } from "#db/schema/index.ts";
import type { HelpReaderReason, HelpStepKind } from "./help-request.ts";

interface NewStep {
  requestId: string;
  kind: HelpStepKind;
  actorId: string;
  note?: string | null;
}

/** Keeps what was done about a request. */
export async function insertHelpStep(tx: Transaction, step: NewStep, doneAt: Date): Promise<void> {
  const { requestId, kind, actorId, note = null } = step;
  await tx.insert(helpRequestSteps).values({ id: newId(), requestId, kind, actorId, note, doneAt });
}

interface NewMessage {
  requestId: string;
  authorId: string;
  fromPupil: boolean;
  body: string;
}

/** Keeps what was written; gives its identifier. */
export async function insertHelpMessage(
  tx: Transaction,
  message: NewMessage,
  writtenAt: Date,
): Promise<string> {
  const { requestId, authorId, fromPupil, body } = message;
  const id = newId();
  await tx.insert(helpMessages).values({ id, requestId, authorId, fromPupil, body, writtenAt });
  return id;
}

/** Keeps who is told of a request; those who were told already are left as they are. */
export async function insertHelpReaders(
  tx: Transaction,
  {
    requestId,
    personIds,
    reason,
  }: { requestId: string; personIds: readonly string[]; reason: HelpReaderReason },
  toldAt: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insert(helpReaders)
    .values(personIds.map((personId) => ({ id: newId(), requestId, personId, reason, toldAt })))
    .onConflictDoNothing();
}

/**
 * An adult has read the request, under its lock: the pupil sees who and when, and no second adult is told any more. It is
 * kept once for each adult and each thing the pupil wrote.
 */
export async function markRead(
  tx: Transaction,
  { requestId, actorId }: { requestId: string; actorId: string },
  now: Date,
): Promise<void> {
  await tx
    .update(helpRequests)
    .set({ waitingSince: null, secondToldAt: null })
    .where(eq(helpRequests.id, requestId));
  const [lastRead] = await tx
    .select({ at: helpRequestSteps.doneAt })
    .from(helpRequestSteps)
    .where(
      and(
        eq(helpRequestSteps.requestId, requestId),
        eq(helpRequestSteps.actorId, actorId),
        eq(helpRequestSteps.kind, "read"),
      ),
    )
    .orderBy(desc(helpRequestSteps.doneAt))
    .limit(1);
  const [lastWritten] = await tx
    .select({ at: helpMessages.writtenAt })
    .from(helpMessages)
    .where(and(eq(helpMessages.requestId, requestId), eq(helpMessages.fromPupil, true)))
    .orderBy(desc(helpMessages.writtenAt))
    .limit(1);
  const readSince = lastRead && (!lastWritten || lastRead.at >= lastWritten.at);
  if (!readSince) await insertHelpStep(tx, { requestId, kind: "read", actorId }, now);
}
