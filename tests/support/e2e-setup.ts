import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { freshName, openTestServer } from "./test-server.ts";

const START_LIMIT_MS = 120_000;

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("No free port.");
  return address.port;
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`The service did not start in time.\n${output}`)),
      START_LIMIT_MS,
    );
    const read = (chunk: Buffer) => {
      output += String(chunk);
      if (!output.includes("Prêt :")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => reject(new Error(`The service stopped with code ${code}.\n${output}`)));
  });
}

/** The demonstration as people get it, on a port and in a database of its own. */
export default async function setup() {
  const server = await openTestServer();
  const database = freshName("e2e");
  await server.create(database);
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/demo-server.ts"], {
    env: { ...process.env, DATABASE_URL: server.urlOf(database), PORT: String(port), LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const tearDown = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await server.drop(database);
    await server.stop();
  };
  try {
    await untilReady(child);
  } catch (error) {
    await tearDown();
    throw error;
  }
  child.stderr?.pipe(process.stderr);
  process.env.E2E_BASE_URL = `http://localhost:${port}`;
  process.env.E2E_DATABASE_URL = server.urlOf(database);
  return tearDown;
}
