import { createCookie } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";

/** Sent by the browser below this one link only. */
function proofCookie({ env }: AppContext, token: string) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Secure-link" : "link", {
    httpOnly: true,
    sameSite: "lax",
    path: paths.oneTimeLink(token),
    secure,
  });
}

/** Whether this browser is the one that used the link: whoever opens it afterwards finds it used. */
export async function hasUsedLink(
  request: Request,
  app: AppContext,
  { token, linkId }: { token: string; linkId: string },
): Promise<boolean> {
  const value: unknown = await proofCookie(app, token).parse(request.headers.get("Cookie"));
  return typeof value === "string" && app.links.read("proof", value)?.id === linkId;
}

export function usedLinkHeader(
  app: AppContext,
  { token, linkId }: { token: string; linkId: string },
): Promise<string> {
  return proofCookie(app, token).serialize(app.links.sign("proof", linkId));
}
