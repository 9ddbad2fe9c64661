import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { completeSignIn } from "#app/domain/federation/complete-sign-in.server.ts";
import type { CompleteFailure } from "#app/domain/federation/federation.failures.ts";
import { paths } from "#app/paths.ts";
import { FederationProblemPage } from "#app/ui/auth/federation-problem-page.tsx";
import { PROBLEM_STATUS } from "#app/ui/messages/accounts/federation.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { providerOf, visitOf } from "#app/web/links/federation-visit.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Connexion impossible") },
  { name: "robots", content: "noindex" },
];

/** Where federations send people back: the protocol wants a GET, which its flow makes good for one use. */
export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const provider = providerOf(args);
  const visit = await visitOf(args);
  if (!visit) return refusal(args, { code: "flow_over" });
  const { browser } = visit;
  const answer = new URL(args.request.url).searchParams;
  const outcome = await completeSignIn(app, { provider, browser, answer });
  if (!outcome.ok) return refusal(args, outcome.error);
  const { value } = outcome;
  if (value.lack) countFailure(app, provider, value.lack.code, value.lack.schoolUai);
  if (value.next === "follow_up") throw redirect(paths.guardianFollowUp(value.token));
  if (value.next === "choose") throw redirect(paths.federatedArrival(provider));
  return await enterWith(args, value.session, [], undefined, value.returnTo);
}

function refusal(args: LoaderFunctionArgs, failure: CompleteFailure) {
  const provider = providerOf(args);
  const { code: problem } = failure;
  logSecurity(args, "federation_refused");
  countFailure(appOf(args), provider, problem, "schoolUai" in failure ? failure.schoolUai : null);
  return data({ provider, problem }, { status: PROBLEM_STATUS[problem] });
}

export default function FederatedReturn() {
  return <FederationProblemPage {...useLoaderData<typeof loader>()} />;
}
