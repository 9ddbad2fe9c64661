import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { doneOn, paths } from "#app/paths.ts";
import { LinkRequestPage } from "#app/ui/auth/link-request-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { answerLinkRequest } from "#app/web/links/link-requests.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mot de passe oublié") }];

export function loader({ request }: LoaderFunctionArgs) {
  return { done: doneOn("forgottenPassword", new URL(request.url).searchParams) };
}

export function action(args: ActionFunctionArgs) {
  return answerLinkRequest(args, "password_reset", {
    sent: paths.forgottenPassword({ fait: "envoye" }),
    sentAlready: paths.forgottenPassword({ fait: "deja-envoye" }),
  });
}

export default function ForgottenPassword() {
  return (
    <LinkRequestPage
      page="forgottenPassword"
      title="Mot de passe oublié"
      lead="Nous vous envoyons un lien pour en choisir un nouveau."
      done={useLoaderData<typeof loader>().done}
      refusal={useActionData<typeof action>()}
    />
  );
}
