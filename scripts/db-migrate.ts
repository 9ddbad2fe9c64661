import { readDatabaseEnv } from "#app/infra/env.server.ts";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { refuseDemonstration } from "#db/usable-database.ts";
import { runCommand, say } from "./support/import-command.ts";

await runCommand(async () => {
  const { DATABASE_URL, SERVICE_MODE } = readDatabaseEnv();
  const { db, close } = openDatabase(DATABASE_URL, { max: 1 });
  await refuseDemonstration(db, SERVICE_MODE).finally(close);
  await migrateDatabase(DATABASE_URL);
  say("Base de données à jour.");
});
