import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { hasRole, type Actor, type Role } from "#app/domain/accounts/actor.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { appOf, originOf } from "./app-of.server.ts";
import { forbidden, tooManyRequests } from "./errors.server.ts";
import { logSecurity } from "./security/security-log.server.ts";
import { keepForm } from "./kept-form.server.ts";
import { readSession } from "./session.server.ts";

export interface ActorRequest extends ActorContext {
  app: AppContext;
  actor: Actor;
  /** The session that asks. */
  sessionId: string;
}

type RouteArgs = Pick<LoaderFunctionArgs, "request" | "context">;

/**
 * The person signed in, provided they hold one of these roles (any account when none is named).
 * Throws a redirect to the sign-in page for a visitor, who finds there again what they sent, and a 403 for another role. Each loader and each action calls it itself.
 */
export async function requireActor(args: RouteArgs, ...roles: Role[]): Promise<ActorRequest> {
  const { request } = args;
  const app = appOf(args);
  const session = await readSession(request, app);
  const here = returnPath(request);
  if (!session) {
    const kept = await keepForm(args, here);
    if (kept) throw redirect(paths.signIn({ retour: paths.keptForm() }), { status: 303, headers: kept });
    throw redirect(paths.signIn({ retour: here }));
  }
  if (!session.actor) throw redirect(paths.secondFactor(here));
  if (roles.length > 0 && !hasRole(session.actor, ...roles)) throw forbidden();
  if (request.method !== "GET") {
    const wait = await app.rateLimits.consume("write-person", session.actor.personId);
    if (wait !== null) throw tooManyRequests(wait);
  }
  if (roles.includes("admin"))
    logSecurity(
      args,
      request.method === "GET" ? "administrator_read" : "administrator_write",
      session.personId,
    );
  const { db, clock } = app;
  return { app, db, clock, origin: originOf(args), actor: session.actor, sessionId: session.id };
}

/** The actor when someone is signed in, for pages that everyone may read. */
export async function optionalActor(args: RouteArgs): Promise<Actor | null> {
  return (await readSession(args.request, appOf(args)))?.actor ?? null;
}

/** A longer address would not fit in a header once it is part of another one. */
const MAX_RETURN_PATH = 2000;

/** Where to come back to: the page itself, not the data of it that the router fetches. */
function returnPath(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete("_routes");
  const page = url.pathname.replace(/(\/_root)?\.data$/, "") || "/";
  return page.length + url.search.length > MAX_RETURN_PATH ? paths.account() : page + url.search;
}
