import { migrateDatabase } from "#db/migrate.ts";
import { readEnvOrStop } from "./support/service-process.ts";

await migrateDatabase(readEnvOrStop().DATABASE_URL);
process.stdout.write("Base de données à jour.\n");
