import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLogger } from "#app/infra/logger.server.ts";
import { slowCostlyReads } from "#app/web/security/costly-reads.server.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();

describe("costly reads of one network", () => {
  const held: (() => void)[] = [];
  const seen: string[] = [];
  let arrived = 0;
  const server = express();
  server.set("trust proxy", true);
  server.use((_request, _response, next) => {
    arrived += 1;
    next();
  });
  server.use(slowCostlyReads({ atOnce: 2, most: 3, turnMs: 60_000 }), (request, response) => {
    seen.push(request.ip ?? "");
    if (/^\/(lieux|etablissement\/rejoindre)/.test(request.path)) held.push(() => response.end());
    else response.end();
  });
  const http = createServer(server);
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((done) => void http.listen(0, done));
    port = (http.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((done) => http.close(done)));
  const ask = (from: string, path = "/lieux") =>
    sendRaw(port, { path, headers: { "X-Forwarded-For": from } });
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise(setImmediate);
  };

  it("are worked on a few at a time, in turn, while others are served; a flood is told when to come back", async () => {
    const flood = [
      "/lieux",
      "/lieux",
      "/etablissement/rejoindre",
      "/lieux",
      "/etablissement/rejoindre.data",
    ].map((path) => ask("192.0.2.1", path));
    await until(() => arrived === 5);
    const refused = await ask("192.0.2.1");
    expect(refused.status).toBe(429);
    expect(refused.headers["retry-after"]).toBe("5");
    expect(seen).toEqual(["192.0.2.1", "192.0.2.1"]);

    const others = [ask("192.0.2.2"), ask("192.0.2.1", "/connexion")];
    await until(() => seen.length === 4);
    expect((await others[1])?.status).toBe(200);
    expect(seen.slice(2).sort()).toEqual(["192.0.2.1", "192.0.2.2"]);

    while (held.length > 0 || seen.length < 7) {
      held.shift()?.();
      await new Promise(setImmediate);
    }
    for (const answer of await Promise.all([...flood, ...others])) expect(answer.status).toBe(200);
  });
});

describe("the service", () => {
  const lines: string[] = [];
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    const logger = createLogger("info", { write: (line) => lines.push(line) });
    service = await startService({ ...testApp(database, fakeClock()), logger });
  });
  afterAll(() => service.close());

  it("gives a school its hundred and fifty searches of one second, behind one address", async () => {
    const answers = await Promise.all(
      Array.from({ length: 150 }, () => sendRaw(service.port, { path: "/lieux?q=rennes" })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it("tells in its log what was refused before any page was reached, without address and without secret", async () => {
    lines.length = 0;
    const foreign = { Origin: "https://elsewhere.test", "Content-Type": "application/x-www-form-urlencoded" };
    await sendRaw(service.port, { method: "POST", path: "/suivi/c2VjcmV0", headers: foreign, body: "a=b" });
    await sendRaw(service.port, { method: "DELETE", path: "/compte?nom=ines" });
    const big = { "Content-Type": "application/x-www-form-urlencoded" };
    await sendRaw(service.port, {
      method: "POST",
      path: "/connexion",
      headers: big,
      body: "x".repeat(70_000),
    });
    const parts = { "Content-Type": "multipart/form-data; boundary=x" };
    await sendRaw(service.port, { method: "POST", path: "/connexion", headers: parts, body: "--x--" });
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.map(({ event, status }) => [event, status])).toEqual([
      ["request_refused", 403],
      ["request_refused", 405],
      ["request_refused", 413],
      ["request_refused", 415],
    ]);
    expect(new Set(told.map(({ requestId }) => requestId)).size).toBe(4);
    for (const secret of ["c2VjcmV0", "ines", "127.0.0.1", "::1", "elsewhere"])
      expect(lines.join("")).not.toContain(secret);
  });
});
