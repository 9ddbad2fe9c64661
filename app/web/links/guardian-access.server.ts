import { createCookie } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";

/** Sent by the browser below this one link only: two children's links on one phone do not mix. */
function accessCookie({ env }: AppContext, token: string) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Secure-letters" : "letters", {
    httpOnly: true,
    sameSite: "lax",
    path: paths.guardianFollowUp(token),
    secure,
  });
}

/** The secret that opens the letters, as this browser holds it. */
export async function readAccessSecret(
  request: Request,
  app: AppContext,
  token: string,
): Promise<string | null> {
  const value: unknown = await accessCookie(app, token).parse(request.headers.get("Cookie"));
  return typeof value === "string" ? value : null;
}

export function accessHeader(
  app: AppContext,
  token: string,
  access: { secret: string; expiresAt: Date },
): Promise<string> {
  const maxAge = Math.ceil((access.expiresAt.getTime() - app.clock.now().getTime()) / 1000);
  return accessCookie(app, token).serialize(access.secret, { maxAge });
}

export function endedAccessHeader(app: AppContext, token: string): Promise<string> {
  return accessCookie(app, token).serialize("", { maxAge: 0 });
}
