import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { abandonSchoolImport } from "#app/domain/schools/imports/abandon-school-import.server.ts";
import { isUnderWay } from "#app/domain/schools/imports/school-import.ts";
import { getSchoolImport } from "#app/domain/schools/imports/school-imports.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { SchoolImportPage } from "#app/ui/admin/school-import-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Import de l’annuaire") }];

const REFRESH_SECONDS = 3;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  const shown = await getSchoolImport(db, args.params.importId);
  if (!shown) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const refreshes = isUnderWay(shown.status) && query.get("actualiser") !== "non";
  return {
    shown,
    refreshSeconds: refreshes ? REFRESH_SECONDS : null,
    done: doneOn("schoolImport", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  await readForm(args.request);
  const shown = await getSchoolImport(ctx.db, args.params.importId);
  if (!shown) throw notFound();
  const abandoned = await abandonSchoolImport(ctx, { importId: shown.id });
  if (!abandoned.ok) return refused({}, "Cet import est déjà terminé.");
  throw redirect(paths.admin.schoolImport(shown.id, { fait: "abandonne" }), 303);
}

export default function SchoolImport() {
  return <SchoolImportPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
