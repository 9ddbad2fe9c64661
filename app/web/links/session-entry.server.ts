import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import type { SignedIn } from "#app/domain/accounts/open-session.server.ts";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { localPath, paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { readSessionToken, sessionHeader } from "#app/web/session.server.ts";
import { spaceOf } from "#app/web/viewer.server.ts";

/**
 * Answers by letting someone in who has just proved who they are: the session that this browser held ends, the new one goes on
 * to the second factor, or to the page first asked for, or to the space of their roles.
 */
export async function enterWith(
  args: LoaderFunctionArgs,
  session: SignedIn,
  /** What this browser is to keep besides. */
  cookies: string[] = [],
  /** The page to be led to, instead of the one first asked for or their space. */
  landing?: string,
  /** The page first asked for. */
  returnTo = new URL(args.request.url).searchParams.get("retour"),
): Promise<never> {
  const { request } = args;
  const app = appOf(args);
  const { token, personId, secondFactorNeeded, roles } = session;
  const previous = await readSessionToken(request, app);
  if (previous) await signOut(app, { token: previous });
  logSecurity(args, "signed_in", personId);
  const next = secondFactorNeeded
    ? paths.secondFactor(returnTo ?? undefined)
    : (landing ?? localPath(returnTo, spaceOf(roles).home));
  const headers = new Headers({ "Set-Cookie": await sessionHeader(token, app) });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  throw redirect(next, { status: 303, headers });
}
