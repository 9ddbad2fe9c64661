import { createCookie } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";

/** Of the link that this browser used last, which its value names. Not below that one address: its data has an address beside it. */
function proofCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Secure-link" : "link", {
    httpOnly: true,
    sameSite: "lax",
    path: paths.oneTimeLinks(),
    secure,
  });
}

/** Whether this browser is the one that used the link: whoever opens it afterwards finds it used. */
export async function hasUsedLink(request: Request, app: AppContext, linkId: string): Promise<boolean> {
  const value: unknown = await proofCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" && app.links.read("proof", value)?.id === linkId;
}

export function usedLinkHeader(app: AppContext, linkId: string): Promise<string> {
  return proofCookie(app).serialize(app.links.sign("proof", linkId));
}
