import { createCookie } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";

const READ_WITHIN_SECONDS = 300;

/** New codes on their way to the page that shows them: sealed, for this person's browser, for five minutes. */
function codesCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Secure-recovery" : "recovery", {
    httpOnly: true,
    sameSite: "lax",
    path: paths.secondFactor(),
    maxAge: READ_WITHIN_SECONDS,
    secure,
  });
}

const placeOf = (personId: string) => `recovery:${personId}`;

export function recoveryCodesHeader(app: AppContext, personId: string, codes: string[]): Promise<string> {
  return codesCookie(app).serialize(app.secrets.seal(placeOf(personId), codes.join(" ")));
}

/** The codes that were just made for this person; null for anyone else, and later. */
export async function readRecoveryCodes(
  request: Request,
  app: AppContext,
  personId: string,
): Promise<string[] | null> {
  const value: unknown = await codesCookie(app).parse(request.headers.get("Cookie"));
  const codes = typeof value === "string" ? app.secrets.open(placeOf(personId), value) : null;
  return codes?.split(" ") ?? null;
}
