import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { localPath, paths } from "#app/paths.ts";
import { KeptFormPage } from "#app/ui/auth/kept-form-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { readKeptForm } from "#app/web/kept-form.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Votre envoi n’est pas encore parti") }];

/** What was sent once the session had ended, given back to its author who has signed in again. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireActor(args);
  const kept = await readKeptForm(args.request, app);
  if (!kept) throw redirect(paths.account());
  return { path: localPath(kept.path, paths.account()), fields: kept.fields };
}

export default function KeptForm() {
  return <KeptFormPage {...useLoaderData<typeof loader>()} />;
}
