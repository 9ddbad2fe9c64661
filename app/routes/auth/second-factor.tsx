import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { secondFactorSchema } from "#app/domain/accounts/accounts.schema.ts";
import { DEMONSTRATION_TOTP_SECRET } from "#app/domain/accounts/demonstration-accounts.ts";
import { demonstrationCode } from "#app/domain/accounts/second-factor/demonstration-code.server.ts";
import { getOnlySchool } from "#app/domain/sign-in-failures/only-school.queries.server.ts";
import { mustEnrol } from "#app/domain/accounts/second-factor/enrolment.queries.server.ts";
import { verifySecondFactor } from "#app/domain/accounts/second-factor/verify-second-factor.server.ts";
import { localPath, paths } from "#app/paths.ts";
import { SecondFactorForm } from "#app/ui/auth/second-factor-form.tsx";
import { Notice } from "#app/ui/components/notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";
import { readSession, sessionHeader } from "#app/web/session.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Code de vérification") }];

/** The password was given too long ago: it is asked again, then the code, then the page first asked for opens. */
function signInAgain(request: Request): string {
  const back = new URL(request.url).searchParams.get("retour");
  return paths.signIn(back === null ? {} : { retour: back });
}

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const session = await readSession(request, app);
  if (!session) throw redirect(signInAgain(request));
  if (session.actor) throw redirect(spaceOf(rolesOf(session.actor)).home);
  if (await mustEnrol(app, session)) {
    const back = new URL(request.url).searchParams.get("retour");
    throw redirect(paths.enrolSecondFactor(back ?? undefined));
  }
  const isDemonstration = app.env.SERVICE_MODE !== "production";
  return {
    returnTo: new URL(request.url).searchParams.get("retour"),
    demonstration: isDemonstration
      ? { code: await demonstrationCode(app.clock.now()), secret: DEMONSTRATION_TOTP_SECRET }
      : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const session = await readSession(request, app);
  if (!session) throw redirect(signInAgain(request), 303);
  const form = await parseForm(request, secondFactorSchema);
  if (!form.ok) return invalid({ errors: form.errors, values: {} });
  const wait = await app.rateLimits.consume("second-factor", session.personId);
  if (wait !== null) throw tooManyTries(app, "second_factor", wait);
  // The demonstration shows its code to everyone: refusing a second use would only lock people out.
  const singleUse = app.env.SERVICE_MODE === "production";
  const outcome = await verifySecondFactor(app, { token: session.token, code: form.value.code, singleUse });
  logSecurity(args, outcome.ok ? "code_accepted" : "code_refused", session.personId);
  if (!outcome.ok) {
    countFailure(app, "second_factor", outcome.error.code, await getOnlySchool(app, session.personId));
    return refused(
      {},
      "Ce code n’est pas le bon, ou il a expiré. Attendez le suivant et recopiez ses six chiffres.",
      "code",
    );
  }
  await app.rateLimits.forget("second-factor", session.personId);
  const { token, actor } = outcome.value;
  const next = localPath(new URL(request.url).searchParams.get("retour"), spaceOf(rolesOf(actor)).home);
  throw redirect(next, { status: 303, headers: { "Set-Cookie": await sessionHeader(token, app) } });
}

export default function SecondFactor() {
  const { demonstration, returnTo } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page narrow>
      <PageHeader
        title="Code de vérification"
        lead="Votre compte donne accès à des informations sur des élèves&nbsp;: il est protégé par un code, en plus du mot de passe."
      />
      {demonstration ? (
        <Notice title="Démonstration">
          Code en ce moment&nbsp;: <code>{demonstration.code}</code> (clé&nbsp;:{" "}
          <code>{demonstration.secret}</code>)
        </Notice>
      ) : null}
      <SecondFactorForm refusal={refusal} />
      <p className="page-more">
        Vous avez une clé d’accès&nbsp;?{" "}
        <Link to={paths.passkeySignIn(returnTo ?? undefined)}>S’en servir à la place du code</Link>
      </p>
    </Page>
  );
}
