import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isHostOrStaff } from "#app/domain/accounts/actor.ts";
import { getAccount, getSignInName } from "#app/domain/accounts/accounts.queries.server.ts";
import { listOwnOpenings } from "#app/domain/accounts/openings/openings.queries.server.ts";
import { signOutEverywhere } from "#app/domain/accounts/sign-out.server.ts";
import { listLinkedFederations } from "#app/domain/federation/arrivals.queries.server.ts";
import { providerNamed } from "#app/domain/federation/identity-provider.ts";
import { unlinkIdentity } from "#app/domain/federation/unlink-identity.server.ts";
import { getOwnMailPreferences } from "#app/domain/notifications/inbox/mail-preferences.queries.server.ts";
import { mailTopicsSchema } from "#app/domain/notifications/inbox/notifications.schema.ts";
import { restoreAddress } from "#app/domain/notifications/delivery/restore-address.server.ts";
import { setMailPreferences } from "#app/domain/notifications/inbox/set-mail-preferences.server.ts";
import { getOwnSuppression } from "#app/domain/notifications/delivery/suppressions.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { NoSpace } from "#app/ui/auth/spaces/no-space.tsx";
import { AccountOpenings } from "#app/ui/auth/account-openings.tsx";
import { ButtonLink, ButtonRow } from "#app/ui/components/button-link.tsx";
import { SignInName } from "#app/ui/auth/names/sign-in-name.tsx";
import { LinkedFederations } from "#app/ui/auth/linked-federations.tsx";
import { DataList } from "#app/ui/components/data-list.tsx";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { SubmitButton, SubmitForm } from "#app/ui/components/form.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { RefusalNotice } from "#app/ui/components/refusal-notice.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ONLY_WAY_IN } from "#app/ui/messages/accounts/federation.ts";
import { roleLabel } from "#app/ui/messages/accounts/roles.ts";
import { MailPreferences } from "#app/ui/notifications/mail-preferences.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { logSecurity } from "#app/web/security/security-log.server.ts";
import { endedSessionHeader } from "#app/web/session.server.ts";
import { rolesOf, spacesOf } from "#app/web/viewer.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon compte") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args);
  const account = await getAccount(ctx.db, ctx.actor);
  const suppression = await getOwnSuppression(ctx.db, ctx.actor);
  return {
    account,
    signInName: await getSignInName(ctx.db, ctx.actor),
    spaces: spacesOf(rolesOf(ctx.actor)),
    federations: await listLinkedFederations(ctx.app, ctx.actor),
    mayHavePasskeys: isHostOrStaff(ctx.actor),
    mail: await getOwnMailPreferences(ctx),
    openings: await listOwnOpenings(ctx.db, ctx.actor, ctx.clock.now()),
    suppression: suppression && {
      reason: suppression.reason === "complained" ? ("complained" as const) : ("bounced" as const),
      since: suppression.suppressedAt,
    },
    done: doneOn("account", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args);
  const { intent, form } = await readIntent(args.request, INTENTS.account);
  switch (intent) {
    case "messages": {
      const chosen = parseFormData(form, mailTopicsSchema);
      if (!chosen.ok || !(await setMailPreferences(ctx, chosen.value)).ok) throw badRequest();
      throw redirect(paths.account({ fait: "messages" }), 303);
    }
    case "address":
      await restoreAddress(ctx);
      throw redirect(paths.account({ fait: "adresse" }), 303);
    case "unlink":
      return await unlink(args, ctx, form);
    case "sessions":
      await signOutEverywhere(ctx);
      throw redirect(paths.signIn({ fait: "deconnexion" }), {
        status: 303,
        headers: { "Set-Cookie": await endedSessionHeader(ctx.app) },
      });
  }
}

async function unlink(args: ActionFunctionArgs, ctx: ActorRequest, form: FormData) {
  const named = form.get("provider");
  const provider = typeof named === "string" ? providerNamed(named) : null;
  const outcome = provider ? await unlinkIdentity(ctx, { provider }) : null;
  if (!outcome || (!outcome.ok && outcome.error.code === "not_found")) throw notFound();
  if (!outcome.ok) return refused({}, ONLY_WAY_IN);
  logSecurity(args, "identity_unlinked", ctx.actor.personId);
  throw redirect(paths.account({ fait: "delie" }), 303);
}

export default function Account() {
  const refusal = useActionData<typeof action>();
  const { account, signInName, spaces, mayHavePasskeys, federations, mail, suppression, openings, done } =
    useLoaderData<typeof loader>();
  return (
    <Page narrow>
      <PageHeader title="Mon compte" />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="account" done={done} />}
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
      {signInName ? <SignInName name={signInName} /> : null}
      {spaces.length > 0 ? (
        <ButtonRow>
          {spaces.map(({ home, homeLabel }) => (
            <ButtonLink key={home} to={home}>
              {homeLabel}
            </ButtonLink>
          ))}
        </ButtonRow>
      ) : (
        <NoSpace />
      )}
      <MailPreferences mail={mail} suppression={suppression} />
      <AccountOpenings openings={openings} />
      <section aria-labelledby="donnees">
        <h2 id="donnees">Mes données</h2>
        <p>
          <Link to={paths.ownData()}>Voir, emporter ou effacer mes données</Link>&nbsp;: ce que le service
          sait de vous, pourquoi, et jusqu’à quand.
        </p>
      </section>
      <section aria-labelledby="securite">
        <h2 id="securite">Sécurité</h2>
        <ul>
          <li>
            <Link to={paths.security()}>Mot de passe et second facteur</Link>
          </li>
          {mayHavePasskeys ? (
            <li>
              <Link to={paths.passkeys()}>Mes clés d’accès</Link>&nbsp;: se connecter avec son doigt, son
              visage ou le code de son appareil
            </li>
          ) : null}
          <li>
            <Link to={paths.sessions()}>Mes appareils connectés</Link>&nbsp;: où votre compte est ouvert en ce
            moment
          </li>
        </ul>
        <LinkedFederations federations={federations} />
        <p>
          Un appareil perdu, ou une session laissée ouverte&nbsp;? Fermez toutes vos sessions, sur tous vos
          appareils.
        </p>
        <SubmitForm>
          <SubmitButton variant="secondary" intent="sessions">
            Me déconnecter de tous les appareils
          </SubmitButton>
        </SubmitForm>
      </section>
    </Page>
  );
}
