import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { Readiness } from "#app/domain/operations/readiness.server.ts";

interface ProbedWorker {
  readiness: Pick<Readiness, "check">;
  /** False while it is being started again. */
  isWorking(): boolean;
}

const SETUP = ["campaign", "agreement_text"];

/** A worker listens to nobody but those who ask whether it lives (`/healthz`) and works (`/readyz`). */
export async function startProbe(
  port: number,
  { readiness, isWorking }: ProbedWorker,
): Promise<{ port: number; close(): Promise<void> }> {
  const tell = (response: ServerResponse, status: number, body: object) =>
    response
      .writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
      .end(JSON.stringify(body));
  const server = createServer((request, response) => {
    if (request.url === "/healthz") tell(response, 200, { status: "ok" });
    else if (request.url === "/readyz")
      void readiness.check().then((lacking) => {
        // A service that is not set up yet has nothing for it to do; it is ready all the same.
        const missing: string[] = lacking.filter((name) => !SETUP.includes(name));
        if (!isWorking()) missing.push("worker");
        if (missing.length === 0) tell(response, 200, { status: "ready", missing });
        else tell(response, 503, { status: "not_ready", missing });
      });
    else tell(response, 404, { status: "not_found" });
  });
  server.listen(port);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}
