import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";

const START_LIMIT_MS = 120_000;

export interface SpawnedService {
  port: number;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (typeof address !== "object" || !address) throw new Error("No free port.");
  return address.port;
}

/** A script of ours in a process of its own, on a free port, once it has written that it is ready. */
export async function spawnService(
  script: string,
  { ready, env }: { ready: string; env: Record<string, string> },
): Promise<SpawnedService> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  process.once("exit", () => child.kill());
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  try {
    await new Promise<void>((resolve, reject) => {
      let output = "";
      const timer = setTimeout(
        () => reject(new Error(`The service did not start in time.\n${output}`)),
        START_LIMIT_MS,
      );
      const read = (chunk: Buffer) => {
        output += String(chunk);
        if (!output.includes(ready)) return;
        clearTimeout(timer);
        resolve();
      };
      child.stdout?.on("data", read);
      child.stderr?.on("data", read);
      child.once("exit", (code) => reject(new Error(`The service stopped with code ${code}.\n${output}`)));
    });
  } catch (error) {
    await stop();
    throw error;
  }
  child.stderr?.pipe(process.stderr);
  return { port, stop };
}
