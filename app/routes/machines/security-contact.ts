import type { LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";

/** RFC 9116 asks for less than a year: whoever reads the file knows that it is looked after. */
const DAYS_VALID = 180;

/** Whom to tell of a fault, for those who look for one at the address that they all know. */
export function loader(args: LoaderFunctionArgs) {
  const { env, clock } = appOf(args);
  const expires = new Date(clock.now().getTime() + DAYS_VALID * 86_400_000);
  expires.setUTCHours(0, 0, 0, 0);
  const lines = [
    `Contact: mailto:${env.CONTACT_EMAIL}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: fr, en",
    `Canonical: ${env.PUBLIC_URL}${paths.securityContact()}`,
    `Policy: ${env.PUBLIC_URL}${paths.terms()}#securite`,
  ];
  return new Response(`${lines.join("\n")}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
