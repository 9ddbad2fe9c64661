import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hostSignUpSchema } from "#app/domain/hosts/team/sign-up-host.schema.ts";
import { signUpHost } from "#app/domain/hosts/team/sign-up-host.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SignUpHostPage } from "#app/ui/auth/sign-up-host-page.tsx";
import { passwordRefusal } from "#app/ui/messages/accounts/passwords.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf, clientAddressOf } from "#app/web/app-of.server.ts";
import { countLinkTo } from "#app/web/links/link-requests.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { invalid, parseForm, refused, tooSoon } from "#app/web/forms.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Créer un compte employeur") }];

export function loader({ request }: LoaderFunctionArgs) {
  return { done: doneOn("signUpHost", new URL(request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const app = appOf(args);
  const fromHere = await app.rateLimits.consume("sign-up-address", clientAddressOf(args));
  if (fromHere !== null) throw tooManyTries(app, "host_sign_up", fromHere);
  const form = await parseForm(args.request, hostSignUpSchema);
  const { password: _typed, ...values } = form.ok ? form.typed : form.values;
  if (!form.ok) return invalid({ errors: form.errors, values });
  const email = form.value.email.toLowerCase();
  await countLinkTo(app, email);
  const outcome = await underSendingLimits(app, { "send-claim": form.value.siret }, () =>
    signUpHost(app, { ...form.value, email }),
  );
  if ("tooOften" in outcome) {
    countFailure(app, "host_sign_up", "too_many_tries");
    return tooSoon(values, outcome.tooOften, "siret");
  }
  if (!outcome.ok) return refused(values, passwordRefusal(outcome.error.reason), "password");
  logSecurity(args, "link_requested");
  throw redirect(paths.signUpHost({ fait: "envoye" }), 303);
}

export default function SignUpHost() {
  return <SignUpHostPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
