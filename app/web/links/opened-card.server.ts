import { createCookie } from "@remix-run/node";
import type { AppContext } from "#app/infra/app-context.server.ts";

/** The time to choose a password: another pupil may sit there next. */
const SECONDS = 900;

/** The card whose code and birth date were typed in this browser. Its path is the root's: the data of a page has an address beside the page's. */
function cardCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Host-card" : "card", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: SECONDS,
    secure,
  });
}

const PLACE = "opened card";

/** Which card this browser may finish, and until when, whatever the browser says of its cookies. */
export async function readOpenedCard(request: Request, app: AppContext): Promise<string | null> {
  const value: unknown = await cardCookie(app).parse(request.headers.get("Cookie"));
  const opened = typeof value === "string" ? app.secrets.open(PLACE, value) : null;
  const [codeId = "", until = ""] = opened?.split(" ") ?? [];
  return Number(until) > app.clock.now().getTime() ? codeId : null;
}

export function openedCardHeader(app: AppContext, codeId: string): Promise<string> {
  const until = app.clock.now().getTime() + SECONDS * 1000;
  return cardCookie(app).serialize(app.secrets.seal(PLACE, `${codeId} ${until}`));
}

export function closedCardHeader(app: AppContext): Promise<string> {
  return cardCookie(app).serialize("", { maxAge: 0 });
}
