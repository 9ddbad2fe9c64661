import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { canSetUpSchool, roleAt } from "#app/domain/schools/schools.policy.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { rosterFiles, rosterImports } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { MOST_FILE_BYTES, REPLACEABLE_STATUSES } from "./roster-import.ts";
import { endImports } from "./roster-imports.store.server.ts";
import type { ReceiveRosterFailure } from "./roster.failures.ts";

/** Hands the bytes of the file that was sent to `take`, as they arrive. */
export type ReadSentFile = (take: (bytes: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>;

/**
 * The head or the office sends the list of their pupils. It is kept until it is imported, a day at most, and handed to the worker
 * that compares it; a file of the school that waits for a decision gives way to it, in the same transaction.
 */
export async function receiveRoster(
  { db, clock, actor, origin }: ActorContext,
  { uai, read }: { uai: string; read: ReadSentFile },
): Promise<Result<{ importId: string }, ReceiveRosterFailure>> {
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  const { bytes, size } = await gather(read);
  if (size > MOST_FILE_BYTES) return err({ code: "too_large", maxBytes: MOST_FILE_BYTES });
  if (size === 0) return err({ code: "no_file" });
  const now = clock.now();
  const importId = newId();
  return inTransaction(
    db,
    async (tx) => {
      await endImports(
        tx,
        eq(rosterImports.schoolUai, uai),
        REPLACEABLE_STATUSES,
        { status: "abandoned" },
        now,
      );
      const asked = { requestedBy: actor.personId, requestedAt: now };
      await tx.insert(rosterImports).values({ id: importId, schoolUai: uai, status: "checking", ...asked });
      await tx.insert(rosterFiles).values({ importId, bytes });
      await enqueueJob(tx, TASKS.checkRoster, { importId }, `check_roster:${importId}`);
      const on = { kind: "roster_import" as const, id: importId };
      await appendAudit(tx, { actor, origin }, { action: "roster.sent", as: roleAt(actor, uai), on }, now);
      return ok({ importId });
    },
    { on: { roster_imports_one_at_a_time_key: { code: "under_way" } } },
  );
}

/** Beyond the limit it is read to its end, so that the answer reaches its sender, and not kept. */
async function gather(read: ReadSentFile): Promise<{ bytes: Buffer; size: number }> {
  const held: Uint8Array[] = [];
  let size = 0;
  await read(async (source) => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size <= MOST_FILE_BYTES) held.push(chunk);
    }
  });
  return { bytes: Buffer.concat(held), size };
}
