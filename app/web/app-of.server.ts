import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";

type RouteContext = Pick<LoaderFunctionArgs, "context">;

/** What the process opened at its start, for a loader or an action: only this module reads the framework's context. */
export function appOf({ context }: RouteContext): AppContext {
  return context.app;
}

/** Where the request comes from, for rate limits; logs tell its network only. */
export function clientAddressOf({ context }: RouteContext): string {
  return context.clientAddress;
}

/** What tells the lines of one request from those of another. */
export function requestIdOf({ context }: RouteContext): string | undefined {
  return context.requestId;
}
