import { randomBytes } from "node:crypto";
import { createCookie, type LoaderFunctionArgs } from "@remix-run/node";
import type { Visit } from "#app/domain/federation/federation-context.ts";
import { providerNamed, type Provider } from "#app/domain/federation/identity-provider.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";

/** Ties what comes back from a federation to the browser that left for it. Two tabs share it. */
function browserCookie({ env }: AppContext) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(secure ? "__Host-federation" : "federation", {
    httpOnly: true,
    // Providers send people back by a link: such a request bears the cookie under "lax".
    sameSite: "lax",
    path: "/",
    secure,
  });
}

/** The federation that the address names: a 404 for one that this installation is not declared to. */
export function providerOf(args: LoaderFunctionArgs): Provider {
  const provider = providerNamed(args.params.provider);
  if (!provider || !appOf(args).providers[provider]) throw notFound();
  return provider;
}

export async function readBrowser(request: Request, app: AppContext): Promise<string | null> {
  const value: unknown = await browserCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" && /^[\w-]{43}$/.test(value) ? value : null;
}

/** The browser on its way; null when it has not left for a federation, or keeps no cookie. */
export async function visitOf(args: LoaderFunctionArgs): Promise<Visit | null> {
  const provider = providerOf(args);
  const browser = await readBrowser(args.request, appOf(args));
  return browser === null ? null : { provider, browser };
}

/** The browser that leaves, known from now on by the cookie that comes with it. */
export async function departingBrowser(
  args: LoaderFunctionArgs,
): Promise<{ browser: string; cookie: string }> {
  const app = appOf(args);
  const browser = (await readBrowser(args.request, app)) ?? randomBytes(32).toString("base64url");
  return { browser, cookie: await browserCookie(app).serialize(browser) };
}
