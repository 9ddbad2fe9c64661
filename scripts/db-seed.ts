import { readDatabaseEnv } from "#app/infra/env.server.ts";
import { openDatabase } from "#db/client.ts";
import { seedReference } from "#db/seed/reference.ts";
import { refuseDemonstration, requireSchema } from "#db/usable-database.ts";
import { runCommand, say } from "./support/import-command.ts";

/** Reference data only (académies, départements, communes, sectors): what production needs. Running it again is safe. */
await runCommand(async () => {
  const { DATABASE_URL, SERVICE_MODE } = readDatabaseEnv();
  const { db, close } = openDatabase(DATABASE_URL);
  try {
    await refuseDemonstration(db, SERVICE_MODE);
    await requireSchema(db);
    await seedReference(db);
  } finally {
    await close();
  }
  say("Données de référence à jour.");
});
