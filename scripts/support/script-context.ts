import { z } from "zod";
import { systemClock } from "#app/kernel/clock.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { openDatabase } from "#db/client.ts";
import type { Database } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { bearsDemonstrationMark, causeOf, requireSchema, UnusableDatabase } from "#db/usable-database.ts";
import { ScriptFailure } from "./import-command.ts";

export type ServiceMode = "demonstration" | "test" | "production";

export interface ScriptContext {
  db: Database;
  url: string;
  clock: Clock;
  mode: ServiceMode;
  close(): Promise<void>;
}

/** A command needs less of the environment than a server: no mail, no public address. */
const environment = z.object({
  DATABASE_URL: z.string().optional(),
  SERVICE_MODE: z.enum(["demonstration", "test", "production"]).optional(),
});

const NOT_READY =
  "La base embarquée n'a pas encore été préparée : lancez une première fois « npm run demo », ou donnez DATABASE_URL.";

/**
 * The database of DATABASE_URL, else the demonstration's embedded one, at the current schema: brought there, or refused by those
 * who only look (`migrate: false`). Without SERVICE_MODE a database is taken for production unless it bears the
 * demonstration's mark.
 */
export async function openScriptContext({ migrate = true } = {}): Promise<ScriptContext> {
  const parsed = environment.safeParse(process.env);
  if (!parsed.success) throw new ScriptFailure("SERVICE_MODE vaut demonstration, test ou production.");
  const { DATABASE_URL, SERVICE_MODE } = parsed.data;
  const server = DATABASE_URL ? null : await startEmbeddedPostgres({ name: "demonstration" });
  await server?.ensureDatabase("demonstration");
  const url = DATABASE_URL ?? server?.url("demonstration") ?? "";
  const handle = openDatabase(url, { max: 4 });
  const close = async (): Promise<void> => {
    await handle.close();
    await server?.stop();
  };
  try {
    const marked = await bearsDemonstrationMark(handle.db);
    // The demonstration refuses a database with tables that are not its own, even the embedded one.
    if (server && !marked) throw new ScriptFailure(NOT_READY);
    if (migrate) await migrateDatabase(url);
    else await requireSchema(handle.db);
    return {
      db: handle.db,
      url,
      clock: systemClock,
      mode: SERVICE_MODE ?? (marked ? "demonstration" : "production"),
      close,
    };
  } catch (error) {
    await close();
    if (error instanceof ScriptFailure || error instanceof UnusableDatabase) throw error;
    throw new ScriptFailure(
      `La base de données ne répond pas ou ne peut pas être mise à jour : ${causeOf(error)}`,
    );
  }
}
