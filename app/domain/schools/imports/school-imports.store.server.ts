import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { schoolImportPieces, schoolImports } from "#db/schema/index.ts";
import { UNDER_WAY, type ImportProblem, type KeptReport, type SentFile } from "./school-import.ts";

export async function insertPiece(
  db: Queryable,
  piece: { importId: string; file: SentFile; position: number; bytes: Uint8Array },
): Promise<void> {
  await db.insert(schoolImportPieces).values(piece);
}

/** A file that was sent, piece after piece; null when it was not. */
export async function openSentFile(
  db: Queryable,
  importId: string,
  file: SentFile,
): Promise<AsyncIterable<Uint8Array> | null> {
  const first = await nextPiece(db, { importId, file, after: -1 });
  return first && pieces(db, { importId, file, first });
}

async function* pieces(
  db: Queryable,
  { importId, file, first }: { importId: string; file: SentFile; first: Piece },
): AsyncGenerator<Uint8Array> {
  for (let piece: Piece | null = first; piece;) {
    yield piece.bytes;
    piece = await nextPiece(db, { importId, file, after: piece.position });
  }
}

type Piece = Pick<typeof schoolImportPieces.$inferSelect, "position" | "bytes">;

async function nextPiece(
  db: Queryable,
  { importId, file, after }: { importId: string; file: SentFile; after: number },
): Promise<Piece | null> {
  const [piece] = await db
    .select({ position: schoolImportPieces.position, bytes: schoolImportPieces.bytes })
    .from(schoolImportPieces)
    .where(
      and(
        eq(schoolImportPieces.importId, importId),
        eq(schoolImportPieces.file, file),
        gt(schoolImportPieces.position, after),
      ),
    )
    .orderBy(asc(schoolImportPieces.position))
    .limit(1);
  return piece ?? null;
}

type Ending =
  | { status: "done"; report: KeptReport }
  | { status: "refused"; problem: ImportProblem }
  | { status: "abandoned" };

/** Ends an import that is under way, with its files; false when it is over already. */
export async function endImport(
  tx: Transaction,
  importId: string,
  ending: Ending,
  now: Date,
): Promise<boolean> {
  const ended = await tx
    .update(schoolImports)
    .set({ ...ending, finishedAt: now })
    .where(and(eq(schoolImports.id, importId), inArray(schoolImports.status, [...UNDER_WAY])))
    .returning({ id: schoolImports.id });
  if (ended.length === 0) return false;
  await tx.delete(schoolImportPieces).where(eq(schoolImportPieces.importId, importId));
  return true;
}
