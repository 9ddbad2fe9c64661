import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getOnlySchool } from "#app/domain/sign-in-failures/only-school.queries.server.ts";
import { enrolmentSchema } from "#app/domain/accounts/accounts.schema.ts";
import {
  enrolSecondFactor,
  proposeEnrolment,
  type Enrolment,
} from "#app/domain/accounts/second-factor/enrol-second-factor.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { qrCodePath } from "#app/infra/qr-code.server.ts";
import { localPath, paths } from "#app/paths.ts";
import { EnrolmentForm } from "#app/ui/auth/enrolment-form.tsx";
import { RecoveryCodes } from "#app/ui/auth/recovery-codes.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { parseForm, type RefusedForm } from "#app/web/forms.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { countFailure, tooManyTries } from "#app/web/security/sign-in-failures.server.ts";
import { readRecoveryCodes, recoveryCodesHeader } from "#app/web/links/recovery-codes.server.ts";
import { readSession, sessionHeader } from "#app/web/session.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Protéger votre compte") }];

function returnTo(request: Request): string | undefined {
  return new URL(request.url).searchParams.get("retour") ?? undefined;
}

export async function loader(args: LoaderFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const session = await readSession(request, app);
  if (!session) throw redirect(paths.signIn());
  if (session.actor) {
    const next = localPath(returnTo(request) ?? null, spaceOf(rolesOf(session.actor)).home);
    return { enrolment: null, recoveryCodes: await readRecoveryCodes(request, app, session.personId), next };
  }
  const proposed = await proposeEnrolment(app, session);
  if (!proposed) throw redirect(paths.secondFactor(returnTo(request)));
  return { enrolment: drawn(proposed), recoveryCodes: null, next: "" };
}

function drawn({ uri, ...enrolment }: Enrolment) {
  return { ...enrolment, qrCode: qrCodePath(uri) };
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const session = await readSession(request, app);
  if (!session) throw redirect(paths.signIn(), 303);
  const form = await parseForm(request, enrolmentSchema);
  if (!form.ok) return again(app, session.token, form);
  const wait = await app.rateLimits.consume("second-factor", session.personId);
  if (wait !== null) throw tooManyTries(app, "second_factor", wait);
  const outcome = await enrolSecondFactor(app, { token: session.token, ...form.value });
  if (!outcome.ok) {
    countFailure(app, "second_factor", outcome.error.code, await getOnlySchool(app, session.personId));
    if (outcome.error.code !== "wrong_code") throw redirect(paths.secondFactor(returnTo(request)), 303);
    return again(app, session.token, { errors: { code: [WRONG_CODE] }, values: form.typed });
  }
  logSecurity(args, "second_factor_enrolled", session.personId);
  const { token, recoveryCodes } = outcome.value;
  // The session has another secret now: without scripts, the loader of this very request would find none.
  const headers = new Headers({ "Set-Cookie": await sessionHeader(token, app) });
  headers.append("Set-Cookie", await recoveryCodesHeader(app, session.personId, recoveryCodes));
  throw redirect(paths.enrolSecondFactor(returnTo(request)), { status: 303, headers });
}

const WRONG_CODE = "Ce code n’est pas le bon. Attendez le suivant et recopiez ses six chiffres.";

/** 422, with the code that the telephone may have read already: another one would have to be read again. */
async function again(app: AppContext, token: string, { errors, values }: RefusedForm) {
  const held = typeof values.sealed === "string" ? values.sealed : null;
  const enrolment = await proposeEnrolment(app, { token, held });
  return data({ errors, values: {}, enrolment: enrolment && drawn(enrolment) }, { status: 422 });
}

export default function EnrolSecondFactor() {
  const { enrolment: proposed, recoveryCodes, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (recoveryCodes)
    return (
      <Page narrow>
        <PageHeader title="Vos codes de secours" />
        <RecoveryCodes recoveryCodes={recoveryCodes} next={next} />
      </Page>
    );
  const enrolment = answer?.enrolment ?? proposed;
  return (
    <Page narrow>
      <PageHeader
        title="Protéger votre compte"
        lead="Votre compte donne accès à des informations sur des élèves : un code de votre téléphone s’ajoute au mot de passe."
      />
      {enrolment ? <EnrolmentForm {...enrolment} refusal={answer} /> : <p>Votre compte est déjà protégé.</p>}
    </Page>
  );
}
