import { randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import helmet from "helmet";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { guardHandlers } from "./guard-handlers.server.ts";
import { refusalPage } from "./refusal-page.server.ts";
import { refuseBodies, UNSUBSCRIBE_LINK } from "./security/request-bodies.server.ts";
import { slowCostlyReads } from "./security/costly-reads.server.ts";
import { logRefusedRequest } from "./security/security-log.server.ts";
import { bearsSecret, withoutSecrets } from "./without-secrets.ts";

/** A request that takes longer to arrive holds a connection for nothing. */
const ARRIVAL_LIMIT_MS = 30_000;
/** What requests under way are given to end, once the port is closed. */
const END_LIMIT_MS = 20_000;

interface HttpServerOptions {
  app: AppContext;
  /** The built application, or a function that gives the current one while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder of the built assets. */
  clientDir: string;
  /** Vite's own middlewares while developing. */
  development?: RequestHandler;
  arrivalLimitMs?: number;
  endLimitMs?: number;
}

export interface RunningHttpServer {
  port: number;
  /** Closes the port and lets the requests under way end. */
  close(): Promise<void>;
}

/** The web process: Express in front of Remix, on `env.PORT`. Rejects when the port is taken. */
export async function startHttpServer(options: HttpServerOptions): Promise<RunningHttpServer> {
  const { app, build, clientDir, development } = options;
  const server = express();
  server.disable("x-powered-by");
  server.set("trust proxy", app.env.TRUSTED_PROXIES);
  server.use(
    accessLog(app),
    releaseWhenStopping(app),
    securityHeaders(app),
    hideFromEngines(app),
    compression(),
  );
  if (development) server.use(development);
  else
    server.use(
      "/assets",
      express.static(path.join(clientDir, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
    );
  server.use(express.static(clientDir, { maxAge: "1h", index: false }));
  server.use(refuseOtherMethods, refuseForeignWrites(app), refuseBodies(), slowCostlyReads());
  server.all(
    "*",
    createRequestHandler({
      build: typeof build === "function" ? async () => guardHandlers(await build()) : guardHandlers(build),
      mode: development ? "development" : "production",
      getLoadContext: (request, response) => ({
        app,
        cspNonce: randomBytes(16).toString("base64"),
        clientAddress: request.ip ?? "",
        requestId: requestIdOf(response),
      }),
    }),
  );
  server.use(
    (error: Error & { status?: number }, _request: Request, response: Response, next: NextFunction) => {
      if (response.headersSent) return next(error);
      const status = statusOf(error);
      if (status === 500) app.logger.error({ err: error }, "A request failed outside the application");
      refusalPage(response, status);
    },
  );
  return listen(server, options);
}

/** A host name that makes no address is the client's mistake, like an address that cannot be decoded. */
function statusOf(error: Error & { status?: number; code?: string }): number {
  if (error.code === "ERR_INVALID_URL") return 400;
  return error.status && error.status < 500 ? error.status : 500;
}

function listen(server: express.Express, options: HttpServerOptions): Promise<RunningHttpServer> {
  const { app, arrivalLimitMs = ARRIVAL_LIMIT_MS, endLimitMs = END_LIMIT_MS } = options;
  const http = createServer(
    {
      requestTimeout: arrivalLimitMs,
      headersTimeout: arrivalLimitMs,
      connectionsCheckingInterval: arrivalLimitMs / 10,
    },
    server,
  );
  const close = () =>
    new Promise<void>((done) => {
      const cut = setTimeout(() => http.closeAllConnections(), endLimitMs);
      http.close(() => {
        clearTimeout(cut);
        done();
      });
      http.closeIdleConnections();
    });
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(app.env.PORT, () => {
      const address = http.address();
      resolve({ port: typeof address === "object" && address ? address.port : app.env.PORT, close });
    });
  });
}

/** A process that stops keeps no connection for a next request. */
function releaseWhenStopping({ readiness }: AppContext): RequestHandler {
  return (_request, response, next) => {
    if (readiness.stopping) response.set("Connection", "close");
    next();
  };
}

function securityHeaders({ env }: AppContext): RequestHandler {
  return helmet({
    // Documents carry their own policy, with the nonce of the request.
    contentSecurityPolicy: false,
    // "no-referrer" would make browsers send "Origin: null" and break every form without JavaScript.
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: env.PUBLIC_URL.startsWith("https://"),
    crossOriginEmbedderPolicy: false,
  });
}

/** Tells the lines of one request from those of another, whoever writes them. */
function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

/** Paths without their query: a search tells where someone lives. */
function accessLog(app: AppContext): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    response.locals.requestId = randomUUID();
    response.once("finish", () => {
      const ms = Math.round(performance.now() - start);
      const { statusCode: status } = response;
      app.logger.debug({ method: request.method, path: withoutSecrets(request.path), status, ms }, "request");
      if (response.locals.refused) {
        const { path: asked, ip = "" } = request;
        logRefusedRequest(app, { path: asked, status, address: ip, requestId: requestIdOf(response) });
      }
    });
    next();
  };
}

/**
 * What opens by its link alone stays out of search engines and of the addresses told to the next page; a demonstration, whose
 * offers are invented, stays out of search engines as a whole.
 */
function hideFromEngines({ env }: AppContext): RequestHandler {
  const hidden = env.SERVICE_MODE !== "production";
  return (request, response, next) => {
    const secret = bearsSecret(request.path);
    if (hidden || secret) response.set("X-Robots-Tag", "noindex, nofollow");
    if (secret) response.set("Referrer-Policy", "strict-origin");
    next();
  };
}

const METHODS = ["GET", "HEAD", "POST"];

/** What pages and forms send. */
function refuseOtherMethods(request: Request, response: Response, next: NextFunction): void {
  if (METHODS.includes(request.method)) return next();
  response.set("Allow", METHODS.join(", "));
  refusalPage(response, 405);
}

/** A write must come from a page of this site: the session cookie alone proves nothing. */
function refuseForeignWrites({ env }: AppContext): RequestHandler {
  const ownOrigin = new URL(env.PUBLIC_URL).origin;
  return (request, response, next) => {
    if (["GET", "HEAD"].includes(request.method)) return next();
    const accept = () => {
      // Judged here: behind a proxy that rewrites the host, Remix would compare it again and fail.
      delete request.headers.origin;
      next();
    };
    if (UNSUBSCRIBE_LINK.test(request.path)) return accept();
    const { origin, host } = request.headers;
    const site = request.headers["sec-fetch-site"];
    const sameOrigin = origin
      ? origin === ownOrigin || hostOf(origin) === host
      : site === undefined || site === "same-origin" || site === "none";
    if (sameOrigin) accept();
    else refusalPage(response, 403);
  };
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
