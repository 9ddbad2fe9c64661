import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ArrivalPage as Arrived } from "#app/domain/federation/arrival-page.ts";
import { getArrivalPage } from "#app/domain/federation/arrivals.queries.server.ts";
import type { Visit } from "#app/domain/federation/federation-context.ts";
import type { LinkFailure, OpenAccountFailure } from "#app/domain/federation/federation.failures.ts";
import { choicesSchema, claimSchema } from "#app/domain/federation/federation.schema.ts";
import { linkAccount } from "#app/domain/federation/link-account.server.ts";
import { linkFollowUp } from "#app/domain/federation/link-follow-up.server.ts";
import { openAccount } from "#app/domain/federation/open-account.server.ts";
import type { Recognised } from "#app/domain/federation/recognise-arrival.server.ts";
import type { Result } from "#app/kernel/result.ts";
import { paths } from "#app/paths.ts";
import { FederatedArrivalPage } from "#app/ui/auth/federated-arrival-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ARRIVAL_REFUSALS } from "#app/ui/messages/accounts/federation.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { providerOf, visitOf } from "#app/web/links/federation-visit.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";
import { optionalActor, requireActor } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Première connexion") },
  { name: "robots", content: "noindex" },
];

interface Arrival {
  visit: Visit;
  page: Arrived;
}

async function arrivalOf(args: LoaderFunctionArgs): Promise<Arrival | null> {
  const visit = await visitOf(args);
  const page = visit && (await getArrivalPage(appOf(args), visit));
  return visit && page ? { visit, page } : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const provider = providerOf(args);
  const arrival = await arrivalOf(args);
  const actor = await optionalActor(args);
  return {
    provider,
    page: arrival?.page ?? null,
    signedInAs: actor && { firstName: actor.firstName, lastName: actor.lastName },
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = paths.federatedArrival(providerOf(args));
  const { intent, form } = await readIntent(args.request, INTENTS.federatedArrival);
  const arrival = await arrivalOf(args);
  // The page says that it is over, and how to begin again.
  if (!arrival) throw redirect(here, 303);
  if (intent === "follow") {
    const followed = await linkFollowUp(appOf(args), arrival.visit);
    if (followed.ok) logSecurity(args, "identity_linked");
    throw redirect(followed.ok ? paths.guardianFollowUp(followed.value.token) : here, 303);
  }
  return intent === "link" ? link(args, arrival, form) : create(args, arrival, form);
}

async function create(args: ActionFunctionArgs, { visit, page }: Arrival, form: FormData) {
  const app = appOf(args);
  const { provider, browser } = visit;
  if (page.kind === "professional") {
    const claimed = parseFormData(form, claimSchema);
    if (!claimed.ok) return invalid(claimed);
    const { siret } = claimed.value;
    return answer(args, await openAccount(app, { provider, browser, siret }));
  }
  const chosen = parseFormData(form, choicesSchema(page));
  if (!chosen.ok) return invalid(chosen);
  const { uais } = chosen.value;
  return answer(args, await openAccount(app, { provider, browser, uais }));
}

async function link(args: ActionFunctionArgs, { visit, page }: Arrival, form: FormData) {
  const { app, actor } = await requireActor(args);
  const { provider, browser } = visit;
  const chosen = parseFormData(form, choicesSchema(page));
  if (!chosen.ok) return invalid(chosen);
  const { uais } = chosen.value;
  const outcome = await linkAccount(app, { provider, browser, actor, uais });
  if (outcome.ok) logSecurity(args, "identity_linked", actor.personId);
  return answer(args, outcome);
}

async function answer(
  args: ActionFunctionArgs,
  outcome: Result<Recognised, OpenAccountFailure | LinkFailure>,
) {
  if (!outcome.ok) {
    const { code } = outcome.error;
    countFailure(appOf(args), providerOf(args), code);
    if (code === "over") throw redirect(paths.federatedArrival(providerOf(args)), 303);
    return refused({}, ARRIVAL_REFUSALS[code], code === "no_school_chosen" ? "uais" : undefined);
  }
  const { value } = outcome;
  if (value.next !== "signed_in") throw redirect(paths.federatedArrival(providerOf(args)), 303);
  return await enterWith(args, value.session, [], undefined, value.returnTo);
}

export default function FederatedArrival() {
  return (
    <FederatedArrivalPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />
  );
}
