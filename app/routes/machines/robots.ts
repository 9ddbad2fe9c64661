import type { LoaderFunctionArgs } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { robotsFile } from "#app/web/search/search-engines.server.ts";

/**
 * In production every page that needs no account may be found, once: an address with a query is a search, of which there is no
 * end. Links that open something by themselves are not named: their answers say "noindex", which a robot must be able to read.
 */
export function loader(args: LoaderFunctionArgs) {
  const { SERVICE_MODE, PUBLIC_URL } = appOf(args).env;
  if (SERVICE_MODE !== "production") return robotsFile(["User-agent: *", "Disallow: /"]);
  return robotsFile([
    "User-agent: *",
    "Disallow: /*?",
    "Disallow: /api/",
    // A visit there begins a sign-in at a federation.
    "Disallow: /connexion/",
    "",
    `Sitemap: ${PUBLIC_URL}${paths.sitemap()}`,
  ]);
}
