import { createCookie } from "@remix-run/node";
import { getSession, type OpenSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { renewSession } from "#app/domain/accounts/renew-session.server.ts";
import { deviceName } from "#app/domain/accounts/sessions/device-name.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";

/** `__Host-` binds the cookie to this very host, but browsers accept it over https only. */
function sessionCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Host-session" : "session", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
  });
}

export async function readSessionToken(request: Request, app: AppContext): Promise<string | null> {
  const value: unknown = await sessionCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" ? value : null;
}

/** The session behind the request's cookie, whether or not its second factor was given; asking for a page is using it. */
export async function readSession(request: Request, app: AppContext): Promise<OpenSession | null> {
  const token = await readSessionToken(request, app);
  const session = token ? await getSession(app, token) : null;
  return session && renewSession(app, session, deviceName(request.headers.get("User-Agent")));
}

export function sessionHeader(token: string, app: AppContext): Promise<string> {
  return sessionCookie(app).serialize(token);
}

export function endedSessionHeader(app: AppContext): Promise<string> {
  return sessionCookie(app).serialize("", { maxAge: 0 });
}
