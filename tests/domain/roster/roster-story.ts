import { readFile } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { checkRoster } from "#app/domain/roster/check-roster.server.ts";
import { confirmRoster } from "#app/domain/roster/confirm-roster.server.ts";
import { receiveRoster } from "#app/domain/roster/receive-roster.server.ts";
import { runRosterImport } from "#app/domain/roster/run-roster-import.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { createPupilNumbers } from "#app/infra/pupil-numbers.server.ts";
import { rosterImports } from "#db/schema/index.ts";
import { inPieces } from "#tests/fixtures/directory.ts";

export const pupilNumbers = createPupilNumbers(Buffer.alloc(32, 7).toString("base64"));

export interface RosterContext extends ActorContext {
  uai: string;
}

export function fixture(name: string): Promise<Buffer> {
  return readFile(`tests/fixtures/rosters/${name}`);
}

/** Sends a file as the page does. */
export function send(ctx: RosterContext, bytes: Buffer) {
  return receiveRoster(ctx, { uai: ctx.uai, read: (take) => take(inPieces(bytes, 50_000)) });
}

export async function importRow(ctx: RosterContext, importId: string) {
  const [row] = await ctx.db.select().from(rosterImports).where(eq(rosterImports.id, importId));
  if (!row) throw new Error("No such import");
  return row;
}

/** Sends a file and lets the worker compare it. */
export async function check(ctx: RosterContext, bytes: Buffer) {
  const sent = await send(ctx, bytes);
  if (!sent.ok) throw new Error(sent.error.code);
  const { importId } = sent.value;
  await checkRoster({ db: ctx.db, clock: ctx.clock, pupilNumbers }, { importId });
  return importRow(ctx, importId);
}

interface Decisions {
  gone?: readonly string[];
  newClasses?: readonly string[];
}

/** Confirms what was shown and lets the worker write it. */
export async function write(ctx: RosterContext, importId: string, { gone = [], newClasses }: Decisions = {}) {
  const { review } = await importRow(ctx, importId);
  const confirmed = await confirmRoster(ctx, {
    importId,
    gone,
    newClasses: newClasses ?? review?.newClasses.map(({ name }) => name) ?? [],
    everyoneGone: false,
    goneConfirmed: true,
  });
  if (!confirmed.ok) throw new Error(confirmed.error.code);
  await runRosterImport({ db: ctx.db, clock: ctx.clock, pupilNumbers }, { importId });
  return importRow(ctx, importId);
}

/** The whole way of a file. */
export async function importFile(ctx: RosterContext, bytes: Buffer, decisions: Decisions = {}) {
  const { id } = await check(ctx, bytes);
  return write(ctx, id, decisions);
}
