import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { QueueFull } from "#app/kernel/flow/bounded-queue.ts";
import { databaseFailure } from "#db/transaction.ts";
import { appOf } from "./app-of.server.ts";
import { unavailable } from "./errors.server.ts";
import { logSecurity } from "./security/security-log.server.ts";

type Handler = (args: never) => unknown;

/**
 * Every loader and action of the build, with what holds for all. A database that is away, full or too slow, and a queue of
 * passwords that is full, are a pause and not a fault of ours: whoever asked is answered 503. What a refusal says of when to come back is kept for the
 * answer: Remix forgets the headers of thrown responses. Whom a rule or a limit stopped is logged.
 */
export function guardHandlers(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const module = { ...route.module };
    if (module.loader) module.loader = guard(module.loader);
    if (module.action) module.action = guard(module.action);
    return [id, { ...route, module }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guard<Guarded extends Handler>(handler: Guarded): Guarded {
  const guarded = async (args: { request: Request; context: AppLoadContext }) => {
    try {
      const answer = await handler(args as never);
      // A form that comes back with what was typed: refused for haste all the same.
      if (statusOf(answer) === 429) logSecurity(args, "limit_reached");
      if (isRouteData(answer)) keepRetryAfter(args.context, new Headers(answer.init?.headers));
      return answer;
    } catch (error) {
      const refusal = error instanceof Response ? error : pauseFor(error, args.context);
      if (!refusal) throw error;
      if (refusal.status === 403) logSecurity(args, "access_refused");
      if (refusal.status === 429) logSecurity(args, "limit_reached");
      keepRetryAfter(args.context, refusal.headers);
      throw refusal;
    }
  };
  return guarded as unknown as Guarded;
}

function keepRetryAfter(context: AppLoadContext, headers: Headers): void {
  context.retryAfter ??= headers.get("Retry-After");
}

function statusOf(answer: unknown): number | undefined {
  if (answer instanceof Response) return answer.status;
  return isRouteData(answer) ? (answer.init?.status ?? undefined) : undefined;
}

/** What `data()` of the framework makes. */
function isRouteData(answer: unknown): answer is { init: ResponseInit | null } {
  return typeof answer === "object" && answer !== null && "type" in answer && "init" in answer;
}

function pauseFor(error: unknown, context: AppLoadContext): Response | null {
  if (error instanceof QueueFull) {
    appOf({ context }).logger.warn("too many passwords wait");
    return unavailable();
  }
  const failure = databaseFailure(error);
  if (!failure) return null;
  appOf({ context }).logger.warn({ failure }, "the database did not answer in time");
  return unavailable();
}
