import { createCookie } from "@remix-run/node";
import { v5 } from "uuid";
import type { AppContext } from "#app/infra/app-context.server.ts";

const DAYS_KEPT = 180;

/** A mark of the last account that signed in with this browser; it opens nothing, and tells no address. */
function deviceCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Host-device" : "device", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: DAYS_KEPT * 86_400,
  });
}

/** The mark of the last account that signed in with this browser; null when none did. */
export async function deviceMark(request: Request, app: AppContext): Promise<string | null> {
  const value: unknown = await deviceCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" ? (app.links.read("device", value)?.id ?? null) : null;
}

/** Whether this browser has signed in to the account before: wrong passwords typed elsewhere do not shut it out. */
export async function isKnownDevice(request: Request, app: AppContext, account: string): Promise<boolean> {
  return (await deviceMark(request, app)) === markOf(account);
}

export function knownDeviceHeader(app: AppContext, account: string): Promise<string> {
  return deviceCookie(app).serialize(app.links.sign("device", markOf(account)));
}

const MARKS = "5b0c1a56-3f0e-4c55-9d2a-7c1f0e6a4d21";

/** An identifier that goes with the account's address, which is not read from it. */
function markOf(account: string): string {
  return v5(account, MARKS);
}
