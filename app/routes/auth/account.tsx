import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getAccount } from "#app/domain/accounts/accounts.queries.server.ts";
import { signOutEverywhere } from "#app/domain/accounts/sign-out.server.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, ButtonRow } from "#app/ui/components/button-link.tsx";
import { DataList } from "#app/ui/components/data-list.tsx";
import { SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { roleLabel } from "#app/ui/messages/roles.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { endedSessionHeader } from "#app/web/session.server.ts";
import { rolesOf, spaceOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon compte") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  const account = await getAccount(ctx);
  const space = spaceOf(rolesOf(ctx.actor));
  return { account, space: space.home === paths.account() ? null : space };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  await signOutEverywhere(ctx);
  return redirect(`${paths.signIn()}?fait=deconnexion`, {
    status: 303,
    headers: { "Set-Cookie": await endedSessionHeader(ctx.app) },
  });
}

export default function Account() {
  const { account, space } = useLoaderData<typeof loader>();
  return (
    <Page narrow>
      <PageHeader title="Mon compte" />
      <DataList
        items={[
          { term: "Prénom et nom", details: `${account.firstName} ${account.lastName}` },
          { term: "Adresse électronique", details: account.email ?? "Aucune" },
          ...account.affiliations.map(({ role, place }) => ({
            term: roleLabel(role),
            details: place ?? "Tout le service",
          })),
        ]}
      />
      {space ? (
        <ButtonRow>
          <ButtonLink to={space.home}>{space.homeLabel}</ButtonLink>
        </ButtonRow>
      ) : null}
      <h2>Sécurité</h2>
      <p>
        Un appareil perdu, ou une session laissée ouverte&nbsp;? Fermez toutes vos sessions, sur tous vos
        appareils.
      </p>
      <SubmitForm>
        <SubmitButton variant="secondary">Me déconnecter de tous les appareils</SubmitButton>
      </SubmitForm>
    </Page>
  );
}
