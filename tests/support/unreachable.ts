import { sql } from "drizzle-orm";
import { openDatabase, type Database } from "#db/client.ts";
import { onServer } from "./test-server.ts";

/** The database takes no connection and has lost all those it had, but the one that `work` is given. */
export async function whileUnreachable<Value>(
  url: string,
  work: (db: Database) => Promise<Value>,
): Promise<Value> {
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const kept = openDatabase(url, { max: 1 });
  const [own] = await kept.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  const allow = (allowed: boolean) =>
    onServer(admin.href, async (server) => {
      await server`alter database ${server(name)} with allow_connections ${server.unsafe(String(allowed))}`;
      if (allowed) return;
      await server`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and pid <> ${own?.pid ?? 0}`;
    });
  await allow(false);
  try {
    return await work(kept.db);
  } finally {
    await allow(true);
    await kept.close();
  }
}
