import { signEveryoneIn } from "./e2e-sessions.ts";
import { spawnService, type SpawnedService } from "./spawned-service.ts";
import { freshName, openTestServer } from "./test-server.ts";

/** The demonstration as people get it, on a port and in a database of its own. */
export default async function setup() {
  const server = await openTestServer();
  const database = freshName("e2e");
  await server.create(database);
  const tearDown = async (service?: { stop(): Promise<void> }) => {
    await service?.stop();
    await server.drop(database);
    await server.stop();
  };
  let service: SpawnedService | undefined;
  try {
    service = await spawnService("scripts/demo-server.ts", {
      ready: "Prêt :",
      env: { DATABASE_URL: server.urlOf(database), LOG_LEVEL: "error" },
    });
    process.env.E2E_BASE_URL = `http://localhost:${service.port}`;
    process.env.E2E_DATABASE_URL = server.urlOf(database);
    process.env.E2E_SESSIONS = JSON.stringify(await signEveryoneIn(process.env.E2E_BASE_URL));
    return () => tearDown(service);
  } catch (error) {
    await tearDown(service);
    throw error;
  }
}
