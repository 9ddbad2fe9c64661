import { redirect, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { endedSessionHeader, readSessionToken } from "#app/web/session.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Se déconnecter") }];

/** A link must not sign anyone out: reading the page asks, only its button acts. */
export function loader() {
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  await readForm(request);
  const token = await readSessionToken(request, app);
  if (token) await signOut(app, { token });
  throw redirect(paths.signIn({ fait: "deconnexion" }), {
    status: 303,
    headers: { "Set-Cookie": await endedSessionHeader(app) },
  });
}

export default function SignOut() {
  return (
    <Page narrow>
      <PageHeader title="Se déconnecter" lead="Pensez-y sur un appareil partagé." />
      <SubmitForm>
        <SubmitButton>Me déconnecter</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
