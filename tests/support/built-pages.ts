import { buildIfNeeded } from "#scripts/bootstrap/build.mjs";
import { serverOfTests } from "./database.ts";
import { onServer } from "./test-server.ts";

/** Arbitrary key of the advisory lock that makes test files that run at once build one after the other. */
const BUILD_LOCK = 424_218;

/** The pages as `npm start` serves them; built when the sources have changed. */
export async function buildPages(): Promise<void> {
  await onServer(serverOfTests().adminUrl, async (sql) => {
    await sql`select pg_advisory_lock(${BUILD_LOCK})`;
    await buildIfNeeded();
  });
}
