import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHints } from "#app/domain/federation/arrivals.queries.server.ts";
import { beginSignIn } from "#app/domain/federation/begin-sign-in.server.ts";
import { guardianTokenIn, localPath } from "#app/paths.ts";
import { FederationProblemPage } from "#app/ui/auth/federation-problem-page.tsx";
import { PROBLEM_STATUS } from "#app/ui/messages/accounts/federation.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { departingBrowser, providerOf } from "#app/web/links/federation-visit.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Connexion impossible") }];

/** Sends the browser to the federation. A page of ours is drawn only when the federation does not answer. */
export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const provider = providerOf(args);
  const wait = await app.rateLimits.consume("federation-address", clientAddressOf(args));
  if (wait !== null) throw tooManyTries(app, provider, wait);
  const asked = localPath(new URL(args.request.url).searchParams.get("retour"), "");
  const guardianToken = guardianTokenIn(asked);
  const actor = await optionalActor(args);
  const { browser, cookie } = await departingBrowser(args);
  const departure = await beginSignIn(app, {
    provider,
    browser,
    // The link of a representative is no page for whoever signs in.
    returnTo: guardianToken === null && asked !== "" ? asked : null,
    guardianToken,
    hints: actor ? await getHints(app.db, actor) : {},
  });
  if (departure.ok) throw redirect(departure.value, { headers: { "Set-Cookie": cookie } });
  const problem = departure.error.code;
  countFailure(app, provider, problem);
  return data({ provider, problem }, { status: PROBLEM_STATUS[problem] });
}

export default function FederatedSignIn() {
  return <FederationProblemPage {...useLoaderData<typeof loader>()} />;
}
