import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";

type RouteContext = Pick<LoaderFunctionArgs, "context">;

/** What the process opened at its start, for a loader or an action: only this module reads the framework's context. */
export function appOf({ context }: RouteContext): AppContext {
  return context.app;
}

/** Where the request comes from, for rate limits only. */
export function clientAddressOf({ context }: RouteContext): string {
  return context.clientAddress;
}
