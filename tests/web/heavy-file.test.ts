import { once } from "node:events";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const MEGABYTE = 1_000_000;

/** A file that a browser sends until it is answered: the answer, and how much had left by then. */
async function sendHeavy(
  port: number,
  path: string,
  bytes: number,
): Promise<{ answer: string; sent: number }> {
  const socket = connect(port, "localhost");
  await once(socket, "connect");
  let answer = "";
  let sent = 0;
  socket.setEncoding("utf8").on("data", (part: string) => (answer += part));
  const head = [`POST ${path} HTTP/1.1`, `Host: localhost:${port}`, `Content-Length: ${bytes}`];
  socket.write(`${[...head, "Content-Type: multipart/form-data; boundary=x"].join("\r\n")}\r\n\r\n`);
  const chunk = Buffer.alloc(MEGABYTE / 10, "a");
  while (!answer.includes("</html>") && sent < bytes) {
    sent += chunk.length;
    if (!socket.write(chunk)) await once(socket, "drain");
  }
  socket.destroy();
  return { answer, sent };
}

it("refuses a list of pupils of 200 MB by a page that says what to send, without taking it in", async () => {
  const service = await startService(testApp(database, fakeClock()));
  const before = process.memoryUsage().arrayBuffers;
  const { answer, sent } = await sendHeavy(service.port, "/etablissement/eleves/import", 200 * MEGABYTE);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain("Une liste d’élèves pèse 5 Mo au plus");
  expect(sent).toBeLessThan(20 * MEGABYTE);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30 * MEGABYTE);
  await service.close();
});
