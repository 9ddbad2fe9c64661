import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { receiveSchoolImport } from "#app/domain/schools/imports/receive-school-import.server.ts";
import { FILE_LIMITS } from "#app/domain/schools/imports/school-import.ts";
import {
  findImportUnderWay,
  listSchoolImports,
} from "#app/domain/schools/imports/school-imports.queries.server.ts";
import { hasKey } from "#app/kernel/has-key.ts";
import { paths } from "#app/paths.ts";
import { ImportSchoolsPage } from "#app/ui/admin/import-schools-page.tsx";
import { receiveImportMessage } from "#app/ui/messages/administration/school-imports.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { readForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { readUploads, sendsFiles } from "#app/web/uploads.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Importer l’annuaire") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  return { imports: await listSchoolImports(db), underWay: await findImportUnderWay(db) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  // A form without files is read to its end all the same: it may be another page's.
  if (!sendsFiles(args.request)) await readForm(args.request);
  const received = await receiveSchoolImport(ctx, async (take) => {
    if (!sendsFiles(args.request)) return;
    await readUploads(args.request, async (field, bytes) => {
      if (hasKey(FILE_LIMITS, field)) await take(field, bytes);
    });
  });
  if (received.ok) throw redirect(paths.admin.schoolImport(received.value.importId, { fait: "envoye" }), 303);
  const { message, field } = receiveImportMessage(received.error);
  return refused({}, message, field);
}

export default function ImportSchools() {
  return <ImportSchoolsPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
