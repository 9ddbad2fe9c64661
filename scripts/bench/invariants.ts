import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { openDatabase } from "#db/client.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { buildNation } from "./invariants-nation.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Times each invariant on a whole campaign. The database is built once and kept for the next run; `--rebuild` makes it anew.
 * Option: --pupils (560000).
 */
export async function runInvariantsBench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { pupils: { type: "string", default: "560000" }, rebuild: { type: "boolean", default: false } },
  });
  const pupils = Number(values.pupils);
  const server = await startEmbeddedPostgres({ name: "bench" });
  const name = `bench_invariants_${pupils}`;
  if (values.rebuild) await dropDatabase(server.url("postgres"), name);
  await server.ensureDatabase(name);
  await migrateDatabase(server.url(name));
  const handle = openDatabase(server.url(name), { max: 1 });
  try {
    const [built] = await handle.db.execute<{ rows: number }>(
      sql`select count(*)::int as rows from campaigns`,
    );
    if (built?.rows === 0) {
      say(`Construction d’une campagne de ${pupils} élèves (une fois)…`);
      await buildNation(handle.db, pupils, say);
    }
    const start = performance.now();
    for (const invariant of [...INVARIANTS, PROJECTION]) {
      const from = performance.now();
      const [report] = await checkInvariants(handle.db, [invariant]);
      const seconds = ((performance.now() - from) / 1000).toFixed(2);
      say(`${seconds.padStart(7)} s · ${invariant.name} · ${report?.violations} violation(s)`);
      if (report && report.violations > 0) process.exitCode = 1;
    }
    say(`${((performance.now() - start) / 1000).toFixed(1)} s en tout`);
  } finally {
    await handle.close();
    await server.stop();
  }
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const admin = openDatabase(url, { max: 1 });
  await admin.db.execute(sql`drop database if exists ${sql.identifier(name)} with (force)`);
  await admin.close();
}
