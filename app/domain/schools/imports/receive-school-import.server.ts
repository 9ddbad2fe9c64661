import { and, eq, lt, or } from "drizzle-orm";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { schoolImports } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { FILE_LIMITS, type SentFile } from "./school-import.ts";
import type { ReceiveImportFailure } from "./school-import.failures.ts";
import { insertPiece } from "./school-imports.store.server.ts";

/** Takes a file as it arrives. */
export type TakeFile = (file: SentFile, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

interface Received {
  bytes: number;
  lines: number;
}

/** Half of a piece is in memory at most, whatever the file weighs. */
const PIECE_BYTES = 128 * 1024;
const LINE_FEED = 10;
/** After as long, what never came to its end never will. */
const RECEIVED_WITHIN_MS = 3_600_000;

/**
 * An administrator sends the directory of schools, and may send the enrolments. The files are kept in pieces as they arrive, within
 * their limits, then handed to the worker: one import at a time is under way. What never came to its end is forgotten at
 * the person's next try, or after an hour.
 */
export async function receiveSchoolImport(
  { db, clock, actor, origin }: ActorContext,
  read: (take: TakeFile) => Promise<void>,
): Promise<Result<{ importId: string }, ReceiveImportFailure>> {
  if (!hasRole(actor, "admin")) return err({ code: "not_found" });
  const importId = newId();
  const requestedAt = clock.now();
  const requestedBy = actor.personId;
  const forgotten = new Date(requestedAt.getTime() - RECEIVED_WITHIN_MS);
  await db
    .delete(schoolImports)
    .where(
      and(
        eq(schoolImports.status, "receiving"),
        or(eq(schoolImports.requestedBy, requestedBy), lt(schoolImports.requestedAt, forgotten)),
      ),
    );
  await db.insert(schoolImports).values({ id: importId, status: "receiving", requestedBy, requestedAt });
  const received = new Map<SentFile, Received>();
  await read(async (file, bytes) => {
    // A name sent twice keeps its first file.
    if (!received.has(file)) received.set(file, await keepFile({ db, importId, file }, bytes));
  });
  for (const [file, { bytes }] of received)
    if (bytes > FILE_LIMITS[file]) return err({ code: "too_large", file, maxBytes: FILE_LIMITS[file] });
  const directory = received.get("directory");
  if (!directory || directory.bytes === 0) return err({ code: "no_directory" });
  return inTransaction(
    db,
    async (tx) => {
      const waiting = { status: "waiting" as const, lines: directory.lines };
      await tx.update(schoolImports).set(waiting).where(eq(schoolImports.id, importId));
      await enqueueJob(tx, TASKS.importSchools, { importId }, `import_schools:${importId}`, {
        queue: TASKS.importSchools.name,
      });
      const on = { kind: "school_import" as const, id: importId };
      await appendAudit(tx, { actor, origin }, { action: "directory.sent", as: "admin", on }, requestedAt);
      return ok({ importId });
    },
    { on: { school_imports_one_at_a_time_key: { code: "under_way" } } },
  );
}

/** Keeps a file in pieces. Beyond its limit it is read to its end, so that the answer reaches its sender, and not kept. */
async function keepFile(
  { db, importId, file }: Pick<ActorContext, "db"> & { importId: string; file: SentFile },
  source: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const counted: Received = { bytes: 0, lines: 0 };
  let position = 0;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const write = async () => {
    if (heldBytes > 0) await insertPiece(db, { importId, file, position, bytes: Buffer.concat(held) });
    position += 1;
    held = [];
    heldBytes = 0;
  };
  for await (const chunk of source) {
    counted.bytes += chunk.length;
    if (counted.bytes > FILE_LIMITS[file]) continue;
    counted.lines += chunk.filter((byte) => byte === LINE_FEED).length;
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes >= PIECE_BYTES) await write();
  }
  await write();
  return counted;
}
