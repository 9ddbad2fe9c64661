import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";
import {
  readMails,
  SENDING_PATHS,
  type ApiError,
  type ReceivedMail,
  type SendingPath,
} from "./mail-request.ts";
import { storeMails } from "./store-mail.server.ts";

/** A request to send, as it came. */
export interface SendingRequest {
  path: SendingPath;
  key: string | null;
  mails: ReceivedMail[];
}

/** Troubles that a test asks for; each is called once a request. */
export interface Interventions {
  /** Answers this status before anything is stored; "down" cuts the connection. */
  refuse?(): Trouble | "down" | undefined;
  /** The mails are stored: "lose" cuts the connection, a promise holds the answer back. */
  beforeAnswer?(request: SendingRequest): "lose" | Promise<void> | undefined;
}

type Trouble = 429 | 500 | 503;

export interface MailStandInOptions {
  db: Database;
  clock: Clock;
  /** A free port is taken when absent. */
  port?: number;
  interventions?: Interventions;
}

export interface MailStandIn {
  /** What `RESEND_BASE_URL` must hold. */
  url: string;
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 20_000_000;
const TROUBLES: Record<Trouble, ApiError> = {
  429: { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests." },
  500: { statusCode: 500, name: "application_error", message: "Internal server error." },
  503: { statusCode: 503, name: "application_error", message: "Service unavailable." },
};
const RETRY_AFTER_SECONDS = 2;

/** A server that speaks the mail provider's API and keeps what it receives, for the demonstration and the tests. */
export async function startMailStandIn(options: MailStandInOptions): Promise<MailStandIn> {
  const server = http.createServer((request, response) => {
    answer(options, request, response).catch(() => sendJson(response, 500, TROUBLES[500]));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { db, clock, interventions }: MailStandInOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refuse = (error: ApiError) => sendJson(response, error.statusCode, error);
  const path = SENDING_PATHS.find((known) => known === request.url);
  if (request.method !== "POST" || !path)
    return refuse({ statusCode: 404, name: "not_found", message: "The requested endpoint was not found." });
  if (!/^Bearer \S+$/.test(request.headers.authorization ?? ""))
    return refuse({ statusCode: 401, name: "missing_api_key", message: "Missing API key." });
  const key = request.headers["idempotency-key"]?.toString() ?? null;
  if (key !== null && (key.length < 1 || key.length > 256))
    return refuse({
      statusCode: 400,
      name: "invalid_idempotency_key",
      message: "The key must be between 1-256 chars.",
    });
  const rawBody = await readBody(request);
  const trouble = interventions?.refuse?.();
  if (trouble === "down") return void request.socket.destroy();
  if (trouble) return refuse(TROUBLES[trouble]);
  const read = readMails(path, parseJson(rawBody));
  if (!read.ok) return refuse(read.error);
  const stored = await storeMails({ db, clock }, read.mails, key, rawBody);
  if (!stored.ok)
    return refuse({
      statusCode: 409,
      name: "invalid_idempotent_request",
      message: "Same idempotency key used with a different request payload.",
    });
  const intervention = interventions?.beforeAnswer?.({ path, key, mails: read.mails });
  if (intervention === "lose") return void request.socket.destroy();
  await intervention;
  const ids = stored.value.map((id) => ({ id }));
  sendJson(response, 200, path === "/emails" ? ids[0] : { data: ids });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  if (status === 429) response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
