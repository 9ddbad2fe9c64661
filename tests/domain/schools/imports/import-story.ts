import type { ActorContext } from "#app/domain/use-case.ts";
import { receiveSchoolImport } from "#app/domain/schools/imports/receive-school-import.server.ts";
import type { SentFile } from "#app/domain/schools/imports/school-import.ts";
import { getSchoolImport } from "#app/domain/schools/imports/school-imports.queries.server.ts";
import type { Database } from "#db/client.ts";
import { inPieces } from "#tests/fixtures/directory.ts";
import type { factories } from "#tests/support/factories.ts";

/** Someone who may import. */
export async function administrator(make: ReturnType<typeof factories>): Promise<ActorContext> {
  const person = await make.person();
  await make.affiliate(person.id, "admin");
  return make.as(person.id);
}

/** Sends these files, as the page does. */
export function send(ctx: ActorContext, files: Partial<Record<SentFile, Buffer>>) {
  return receiveSchoolImport(ctx, async (take) => {
    for (const [file, bytes] of Object.entries(files)) await take(file as SentFile, inPieces(bytes, 50_000));
  });
}

export async function sent(ctx: ActorContext, files: Partial<Record<SentFile, Buffer>>): Promise<string> {
  const received = await send(ctx, files);
  if (!received.ok) throw new Error(received.error.code);
  return received.value.importId;
}

export async function stateOf(db: Database, importId: string) {
  const found = await getSchoolImport(db, importId);
  if (!found) throw new Error("No such import");
  return found;
}
