import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enterWithPasskey } from "#app/domain/accounts/passkeys/enter-with-passkey.server.ts";
import { relyingParty } from "#app/domain/accounts/passkeys/passkey.ts";
import { askForPasskey } from "#app/domain/accounts/passkeys/passkeys.queries.server.ts";
import { enterWithPasskeySchema } from "#app/domain/accounts/passkeys/passkeys.schema.ts";
import { PasskeySignInPage } from "#app/ui/auth/passkeys/passkey-sign-in-page.tsx";
import { PASSKEY_NOT_ACCEPTED } from "#app/ui/messages/accounts/passkeys.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { parseForm, refused } from "#app/web/forms.server.ts";
import { enterWith } from "#app/web/links/session-entry.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Se connecter avec une clé d’accès") }];

export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const { searchParams } = new URL(args.request.url);
  return {
    options: await askForPasskey(app, relyingParty(app.env.PUBLIC_URL)),
    returnTo: searchParams.get("retour"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const app = appOf(args);
  const tooMany = await app.rateLimits.consume("sign-in-address", clientAddressOf(args));
  if (tooMany !== null) throw tooManyTries(app, "passkey", tooMany);
  const form = await parseForm(args.request, enterWithPasskeySchema);
  if (!form.ok) return refused({}, form.errors.response?.[0] ?? PASSKEY_NOT_ACCEPTED);
  const site = relyingParty(app.env.PUBLIC_URL);
  const outcome = await enterWithPasskey(app, { response: form.value.response, site });
  if (outcome.ok) return await enterWith(args, outcome.value);
  logSecurity(args, "sign_in_refused");
  countFailure(app, "passkey", outcome.error.code);
  return refused({}, PASSKEY_NOT_ACCEPTED);
}

export default function PasskeySignIn() {
  return <PasskeySignInPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
