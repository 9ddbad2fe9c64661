import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { doneOn, paths } from "#app/paths.ts";
import { LinkRequestPage } from "#app/ui/auth/link-request-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { answerLinkRequest } from "#app/web/links/link-requests.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Se connecter par e-mail") }];

export function loader({ request }: LoaderFunctionArgs) {
  return { done: doneOn("signInLink", new URL(request.url).searchParams) };
}

export function action(args: ActionFunctionArgs) {
  return answerLinkRequest(args, "sign_in", {
    sent: paths.signInLink({ fait: "envoye" }),
    sentAlready: paths.signInLink({ fait: "deja-envoye" }),
  });
}

export default function SignInLink() {
  return (
    <LinkRequestPage
      page="signInLink"
      title="Se connecter par e-mail"
      lead="Nous vous envoyons un lien qui vous connecte, sans mot de passe."
      done={useLoaderData<typeof loader>().done}
      refusal={useActionData<typeof action>()}
    />
  );
}
