import { openDatabase } from "#db/client.ts";
import { seedReference } from "#db/seed/reference.ts";
import { readEnvOrStop } from "./support/service-process.ts";

/** Reference data only (académies, départements, communes, sectors): what production needs. Running it again is safe. */
const { db, close } = openDatabase(readEnvOrStop().DATABASE_URL);
await seedReference(db);
await close();
process.stdout.write("Données de référence à jour.\n");
