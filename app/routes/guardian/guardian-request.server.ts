import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Guardian } from "#app/domain/guardians/guardian-follow-up.ts";
import { findGuardianByLink, findLetterAccess } from "#app/domain/guardians/guardians.queries.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { linkGone, notFound, tooManyRequests } from "#app/web/errors.server.ts";
import { readAccessSecret } from "#app/web/links/guardian-access.server.ts";

export interface GuardianRequest extends UseCaseContext {
  app: AppContext;
  guardian: Guardian;
  token: string;
}

type RouteArgs = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/**
 * The legal representative that the link of this request names, no account needed; whoever is signed in besides changes nothing.
 * Throws a 404 that says whom to ask for a new link. Each loader and each action calls it itself.
 */
export async function requireGuardian(args: RouteArgs): Promise<GuardianRequest> {
  const app = appOf(args);
  const { token = "" } = args.params;
  const guardian = await findGuardianByLink(app, token);
  if (!guardian) throw linkGone();
  if (args.request.method !== "GET") {
    const wait = await app.rateLimits.consume("write-guardian", guardian.id);
    if (wait !== null) throw tooManyRequests(wait);
  }
  return { app, db: app.db, clock: app.clock, guardian, token };
}

export function applicationIdOf({ params }: RouteArgs): string {
  if (!isId(params.applicationId)) throw notFound();
  return params.applicationId;
}

/** The secret that opens the letters in this browser and until when; null when they are closed. */
export async function openLetters(
  request: Request,
  { app, guardian, token }: GuardianRequest,
): Promise<{ secret: string; until: Date } | null> {
  const secret = await readAccessSecret(request, app, token);
  const until = secret && (await findLetterAccess(app, { guardianId: guardian.id, secret }));
  return secret && until ? { secret, until } : null;
}
