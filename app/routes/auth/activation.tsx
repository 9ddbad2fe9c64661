import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getSignInName } from "#app/domain/accounts/accounts.queries.server.ts";
import { activateAccount } from "#app/domain/activation/activate-account.server.ts";
import { findOpenCode, getOpenCode } from "#app/domain/activation/activation.queries.server.ts";
import { activateSchema, openCodeSchema } from "#app/domain/activation/activation.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ActivationPage } from "#app/ui/auth/activation-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ACTIVATE_REFUSALS, OPEN_CODE_REFUSALS } from "#app/ui/messages/accounts/activation.ts";
import { passwordRefusal } from "#app/ui/messages/accounts/passwords.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { countLinkTo } from "#app/web/links/link-requests.server.ts";
import { closedCardHeader, openedCardHeader, readOpenedCard } from "#app/web/links/opened-card.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";
import { judgeCode } from "#app/web/security/code-guesses.server.ts";
import { knownDeviceHeader } from "#app/web/security/known-device.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";
import { readSession } from "#app/web/session.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Activer mon compte") }];

export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const done = doneOn("activation", new URL(args.request.url).searchParams);
  const actor = (await readSession(args.request, app))?.actor ?? null;
  if (actor && done) {
    const signInName = await getSignInName(app.db, actor);
    return { step: "done" as const, done, signInName, home: spaceOf(rolesOf(actor)).home };
  }
  const codeId = await readOpenedCard(args.request, app);
  const owner = codeId ? await getOpenCode(app, codeId) : null;
  return owner ? { step: "password" as const, ...owner } : { step: "code" as const };
}

export async function action(args: ActionFunctionArgs) {
  const { intent, form } = await readIntent(args.request, INTENTS.activation);
  if (intent === "check") return check(args, form);
  if (intent === "activate") return activate(args, form);
  return startAgain(args);
}

async function check(args: ActionFunctionArgs, form: FormData) {
  const app = appOf(args);
  const parsed = parseFormData(form, openCodeSchema);
  if (!parsed.ok) return invalid(parsed);
  const { activationCode: code, birthDate } = parsed.value;
  const outcome = await judgeCode(app, { code, clientAddress: clientAddressOf(args) }, () =>
    findOpenCode(app, { code, birthDate }),
  );
  if ("waitSeconds" in outcome) throw tooManyTries(app, "activation", outcome.waitSeconds);
  logSecurity(args, outcome.ok ? "code_accepted" : "code_refused");
  if (!outcome.ok) {
    countFailure(app, "activation", outcome.error.because, outcome.error.schoolUai);
    return refused(parsed.typed, OPEN_CODE_REFUSALS[outcome.error.code], "activationCode");
  }
  const opened = await openedCardHeader(app, outcome.value.codeId);
  throw redirect(paths.activation(), { status: 303, headers: { "Set-Cookie": opened } });
}

async function activate(args: ActionFunctionArgs, form: FormData) {
  const app = appOf(args);
  const codeId = await readOpenedCard(args.request, app);
  if (!codeId || !(await getOpenCode(app, codeId))) return startAgain(args);
  const parsed = parseFormData(form, activateSchema);
  const { password: _typed, ...values } = parsed.ok ? parsed.typed : parsed.values;
  if (!parsed.ok) return invalid({ errors: parsed.errors, values });
  const { email } = parsed.value;
  if (email) await countLinkTo(app, email.toLowerCase());
  const outcome = await activateAccount(app, { codeId, ...parsed.value });
  if (!outcome.ok) {
    countFailure(app, "activation", outcome.error.code);
    return outcome.error.code === "weak_password"
      ? refused(values, passwordRefusal(outcome.error.reason), "password")
      : refused(values, ACTIVATE_REFUSALS[outcome.error.code]);
  }
  const { account, ...session } = outcome.value;
  logSecurity(args, "password_changed", session.personId);
  const kept = [await closedCardHeader(app), await knownDeviceHeader(app, account.toLowerCase())];
  return await enterWith(args, session, kept, paths.activation({ fait: email ? "adresse" : "active" }));
}

async function startAgain(args: ActionFunctionArgs): Promise<never> {
  const closed = await closedCardHeader(appOf(args));
  throw redirect(paths.activation(), { status: 303, headers: { "Set-Cookie": closed } });
}

export default function Activation() {
  return <ActivationPage page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
