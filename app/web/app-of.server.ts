import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Origin, UseCaseContext } from "#app/domain/use-case.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { addressBlock } from "#app/kernel/network-address.ts";

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

/** The network of an address, which logs and the audit keep in its place. */
export function networkOf(address: string): string {
  return addressBlock(address, { bytes: 3, pairs: 3 });
}

export function originOf(args: RouteContext): Origin {
  return { requestId: requestIdOf(args) ?? null, network: networkOf(clientAddressOf(args)) };
}

/** What a use case is given when nobody is signed in. */
export function contextOf(args: RouteContext): UseCaseContext {
  const { db, clock } = appOf(args);
  return { db, clock, origin: originOf(args) };
}
