import { once } from "node:events";
import { Agent, request, type IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let asked = 0;

interface Answer {
  status: number;
  milliseconds: number;
}

/** Another network at each request: limits by address are not what is measured. */
function network(): string {
  asked += 1;
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
}

/** One request read to its end; a form when there are fields. */
export async function ask(port: number, path: string, fields?: Record<string, string>): Promise<Answer> {
  const body = fields && new URLSearchParams(fields).toString();
  const started = performance.now();
  const sent = request({
    port,
    path,
    agent,
    method: body === undefined ? "GET" : "POST",
    headers: {
      "X-Forwarded-For": network(),
      ...(body !== undefined && {
        Origin: `http://localhost:${port}`,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": Buffer.byteLength(body),
      }),
    },
  });
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  return { status: answer.statusCode ?? 0, milliseconds: performance.now() - started };
}

/** Reads pages at a pace that a process bears easily, whatever the answers take; gives their delays. */
export async function readAtPace(
  port: number,
  addresses: readonly string[],
  { seconds, perSecond }: { seconds: number; perSecond: number },
): Promise<number[]> {
  const reads: Promise<Answer>[] = [];
  const started = performance.now();
  for (let count = 0; count < seconds * perSecond; count += 1) {
    const wait = started + (1000 * count) / perSecond - performance.now();
    if (wait > 0) await delay(wait);
    reads.push(ask(port, addresses[count % addresses.length] ?? "/"));
  }
  const answers = await Promise.all(reads);
  const refused = answers.find(({ status }) => status !== 200);
  if (refused) throw new Error(`A page answers ${refused.status}`);
  return answers.map(({ milliseconds }) => milliseconds);
}
