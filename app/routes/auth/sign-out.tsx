import { redirect, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { signOut } from "#app/domain/accounts/sign-out.server.ts";
import { endProviderSession } from "#app/domain/federation/end-provider-session.server.ts";
import { paths } from "#app/paths.ts";
import { SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { readForm } from "#app/web/forms.server.ts";
import { readBrowser } from "#app/web/links/federation-visit.server.ts";
import { endedSessionHeader, readSession } from "#app/web/session.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Se déconnecter") }];

/** A link must not sign anyone out: reading the page asks, only its button acts. */
export function loader() {
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  await readForm(request);
  const session = await readSession(request, app);
  const browser = await readBrowser(request, app);
  if (session) await signOut(app, session);
  // Whoever came by a federation would be let in again by it, without a word.
  const provider =
    session && browser ? await endProviderSession(app, { browser, personId: session.personId }) : null;
  const next = provider ? paths.federatedSignOut(provider) : paths.signIn({ fait: "deconnexion" });
  throw redirect(next, {
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
