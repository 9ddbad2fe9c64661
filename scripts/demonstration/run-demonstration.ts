import { openDemonstrationDatabase } from "#db/demonstration-database.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { sentenceOf } from "../support/service-process.ts";

export interface Demonstration {
  /** Same version, same data: see `seedFingerprint`. */
  version: string;
  givenUrl: string | undefined;
  now(): Date;
  seed(databaseUrl: string): Promise<void>;
  /** Web server, worker and mail stand-in; `stop` ends them in the reverse order. */
  start(databaseUrl: string): Promise<{ stop(): Promise<void> }>;
  /** Printed once everything answers. */
  greeting: readonly string[];
}

const STOP_LIMIT_MS = 15_000;
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

/** Cleanups run in the reverse order of what was opened, once, after a start under way has ended. */
function stopOnRequest(cleanups: (() => Promise<void>)[], started: Promise<void>): () => boolean {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    say("\nArrêt en cours…");
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await started;
    for (const cleanup of cleanups.reverse()) await cleanup();
    say("Arrêté. À bientôt !");
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  // Our parent has been killed: do not stay behind on its port.
  process.on("disconnect", () => void stop());
  return () => stopping;
}

async function startEverything(
  demonstration: Demonstration,
  cleanups: (() => Promise<void>)[],
): Promise<void> {
  const database = await openDemonstrationDatabase(demonstration.version, demonstration.givenUrl);
  cleanups.push(() => database.stop());
  say(
    demonstration.givenUrl
      ? "▸ Base de données : celle de DATABASE_URL."
      : "▸ Base de données embarquée : démarrée.",
  );

  await migrateDatabase(database.url);
  if (!database.seeded) {
    say("▸ Création des données de démonstration (la première fois seulement).");
    await demonstration.seed(database.url);
    await database.markAsSeeded(demonstration.version, demonstration.now());
  }
  database.keepRunning(() => say("▸ Base de données embarquée : elle s’était arrêtée, elle est repartie."));
  const services = await demonstration.start(database.url);
  cleanups.push(() => services.stop());
}

/** Opens the database, brings it up to date, seeds it once, starts the service, and stops it cleanly. */
export async function runDemonstration(demonstration: Demonstration): Promise<void> {
  const cleanups: (() => Promise<void>)[] = [];
  const starting = startEverything(demonstration, cleanups);
  const stopping = stopOnRequest(
    cleanups,
    starting.catch(() => undefined),
  );
  try {
    await starting;
  } catch (error) {
    process.stderr.write(`\n✗ ${sentenceOf(error)}\n`);
    for (const cleanup of cleanups.reverse()) await cleanup();
    process.exit(1);
  }
  if (stopping()) return;
  for (const line of demonstration.greeting) say(line);
}
