import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { startEmbeddedPostgres } from "./embedded.ts";
import { causeOf, UnusableDatabase } from "./usable-database.ts";

export interface DemonstrationDatabase {
  url: string;
  /** False: nothing but the mark is there, migrate and seed. */
  seeded: boolean;
  /** To call once the seed is complete: until then the next start begins again. */
  markAsSeeded(version: string, at: Date): Promise<void>;
  /** Starts the server again when it has died, if it is ours; told each time. */
  keepRunning(onRestart: () => void): void;
  stop(): Promise<void>;
}

type MarkState = "empty" | "foreign" | "incomplete" | { version: string };

async function readMark(sql: postgres.Sql): Promise<MarkState> {
  const tables = await sql<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f')
      and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and not exists (
        select 1 from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )`;
  if (tables.length === 0) return "empty";
  if (!tables.some(({ name }) => name === "public.demonstration_mark")) return "foreign";
  const [mark] = await sql<{ version: string }[]>`select version from public.demonstration_mark`;
  return mark ?? "incomplete";
}

/** Empties a database that bears our mark, marks one that has nothing in it. */
async function startAfresh(sql: postgres.Sql, mark: MarkState): Promise<void> {
  await sql.begin(async (tx) => {
    if (mark !== "empty") {
      await tx`drop schema if exists drizzle, graphile_worker, public cascade`;
    }
    await tx`create schema if not exists public`;
    await tx`create table public.demonstration_mark (created_at timestamptz not null, version text not null)`;
  });
}

function explain(error: unknown): UnusableDatabase {
  return new UnusableDatabase(
    `La base indiquée par DATABASE_URL ne répond pas (${causeOf(error)}) : vérifiez l’adresse, ou retirez cette variable pour utiliser la base embarquée.`,
  );
}

/** `ours`: the embedded server holds nothing but the demonstration, what stands there may go. */
async function prepareDatabase(url: string, version: string, ours: boolean): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  try {
    const mark = await readMark(sql);
    if (mark === "foreign" && !ours) {
      throw new UnusableDatabase(
        "La base indiquée par DATABASE_URL contient déjà des tables qui ne viennent pas de la démonstration : donnez une base vide, ou retirez cette variable pour utiliser la base embarquée.",
      );
    }
    const seeded = typeof mark === "object" && mark.version === version;
    if (!seeded) await startAfresh(sql, mark);
    return seeded;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function markAsSeeded(url: string, version: string, at: Date): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`insert into public.demonstration_mark (created_at, version) values (${at}, ${version})`;
  } finally {
    await sql.end();
  }
}

/**
 * The database at `givenUrl` if it is empty or ours, else the embedded one. A demonstration of another
 * `version` (schema or seed have changed, or its campaign is over) starts afresh.
 */
export async function openDemonstrationDatabase(
  version: string,
  givenUrl?: string,
): Promise<DemonstrationDatabase> {
  if (givenUrl) {
    const seeded = await prepareDatabase(givenUrl, version, false).catch((error: unknown) => {
      throw error instanceof UnusableDatabase ? error : explain(error);
    });
    return {
      url: givenUrl,
      seeded,
      markAsSeeded: (newVersion, at) => markAsSeeded(givenUrl, newVersion, at),
      keepRunning: () => undefined,
      stop: () => Promise.resolve(),
    };
  }
  const server = await startEmbeddedPostgres({ name: "demonstration" });
  try {
    await server.ensureDatabase("demonstration");
    const url = server.url("demonstration");
    const seeded = await prepareDatabase(url, version, true);
    return {
      url,
      seeded,
      markAsSeeded: (newVersion, at) => markAsSeeded(url, newVersion, at),
      keepRunning: (onRestart) => server.keepRunning(onRestart),
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Changes with the schema and with the seed: data of an older shape are not worth keeping in a demonstration. */
export function seedFingerprint(): string {
  const hash = createHash("sha256");
  for (const folder of ["migrations", "seed"]) {
    const root = path.join(import.meta.dirname, folder);
    const files = fs.readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
    for (const file of files) {
      const full = path.join(root, file);
      if (fs.statSync(full).isFile()) hash.update(file).update("\0").update(fs.readFileSync(full));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
