import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInSchema } from "#app/domain/accounts/accounts.schema.ts";
import {
  DEMONSTRATION_ACCOUNTS,
  DEMONSTRATION_GUARDIANS,
  DEMONSTRATION_PASSWORD,
  DEMONSTRATION_TOTP_SECRET,
} from "#app/domain/accounts/demonstration-accounts.ts";
import { demonstrationCode } from "#app/domain/accounts/second-factor/demonstration-code.server.ts";
import { PROVIDERS } from "#app/domain/federation/identity-provider.ts";
import { listDemonstrationLinks } from "#app/domain/guardians/guardians.queries.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { warnOfGuesses } from "#app/domain/accounts/warn-of-guesses.server.ts";
import { doneOn, localPath } from "#app/paths.ts";
import { ProviderButtons } from "#app/ui/auth/provider-buttons.tsx";
import { DemonstrationPanel } from "#app/ui/auth/demonstration-panel.tsx";
import { SignInHelp } from "#app/ui/auth/sign-in-help.tsx";
import { SignInForm } from "#app/ui/auth/sign-in-form.tsx";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { invalid, parseForm, refused, tooSoon } from "#app/web/forms.server.ts";
import { isKnownDevice, knownDeviceHeader } from "#app/web/security/known-device.server.ts";
import { countSignIn, judgePassword } from "#app/web/security/password-guesses.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure } from "#app/web/security/sign-in-failures.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";
import { readSession } from "#app/web/session.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Se connecter") }];

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const { searchParams } = new URL(request.url);
  const session = await readSession(request, app);
  if (session?.actor)
    throw redirect(localPath(searchParams.get("retour"), spaceOf(rolesOf(session.actor)).home));
  const demonstration =
    app.env.SERVICE_MODE === "production"
      ? null
      : {
          accounts: DEMONSTRATION_ACCOUNTS,
          password: DEMONSTRATION_PASSWORD,
          secret: DEMONSTRATION_TOTP_SECRET,
          code: await demonstrationCode(app.clock.now()),
          guardians: await listDemonstrationLinks(app, DEMONSTRATION_GUARDIANS),
        };
  return {
    demonstration,
    providers: PROVIDERS.filter((provider) => app.providers[provider]),
    returnTo: searchParams.get("retour"),
    done: doneOn("signIn", searchParams),
  };
}

const TOO_MANY =
  "Trop d’essais de connexion en peu de temps. « Se connecter par e-mail », ci-dessous, ouvre votre compte dès maintenant.";

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const form = await parseForm(request, signInSchema);
  if (!form.ok) return invalid({ errors: form.errors, values: { email: form.values.email } });
  const account = form.value.email.toLowerCase();
  const known = await isKnownDevice(request, app, account);
  const guess = { account, clientAddress: clientAddressOf(args), known };
  const wait = await countSignIn(app.rateLimits, guess);
  if (wait !== null) return heldBack(args, form.value.email, wait);
  const outcome = await judgePassword(app.rateLimits, guess, () => signIn(app, form.value));
  if ("waitSeconds" in outcome) {
    if ((await app.rateLimits.consume("guess-notice", account)) === null)
      await warnOfGuesses(app, { email: account });
    return heldBack(args, form.value.email, outcome.waitSeconds);
  }
  if (!outcome.ok) {
    logSecurity(args, "sign_in_refused");
    countFailure(app, "password", outcome.error.code);
    return refused(
      { email: form.value.email },
      "L’adresse ou le mot de passe ne correspond pas. Vérifiez-les et réessayez.",
      "password",
    );
  }
  return await enterWith(args, outcome.value, [await knownDeviceHeader(app, account)]);
}

function heldBack(args: ActionFunctionArgs, email: string, waitSeconds: number) {
  countFailure(appOf(args), "password", "too_many_tries");
  return tooSoon({ email }, TOO_MANY, "", waitSeconds);
}

export default function SignIn() {
  const { demonstration, providers, returnTo, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title="Se connecter" />
      {refusal ? null : <DoneNotice page="signIn" done={done} />}
      {returnTo !== null && !refusal ? (
        <Notice title="Connectez-vous pour continuer : vous reviendrez ensuite à la page demandée." />
      ) : null}
      <div className="sign-in">
        <div className="sign-in__form">
          <SignInForm refusal={refusal} />
          <SignInHelp returnTo={returnTo} />
          <ProviderButtons providers={providers} returnTo={returnTo} />
        </div>
        {demonstration ? <DemonstrationPanel {...demonstration} /> : null}
      </div>
    </Page>
  );
}
