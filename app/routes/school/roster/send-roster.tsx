import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { receiveRoster } from "#app/domain/roster/receive-roster.server.ts";
import { listRosterSchools } from "#app/domain/roster/roster-imports.queries.server.ts";
import { schoolsSetUpBy } from "#app/domain/schools/schools.policy.ts";
import { paths } from "#app/paths.ts";
import { receiveRosterMessage } from "#app/ui/messages/roster.ts";
import { SendRosterPage } from "#app/ui/school/roster/send-roster-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { readForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { readUploads, sendsFiles } from "#app/web/uploads.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Importer la liste des élèves") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "schoolOffice", "schoolHead");
  const schools = await listRosterSchools(db, actor);
  const asked = new URL(args.request.url).searchParams.get("etablissement");
  return { schools, chosen: schools.find(({ uai }) => uai === asked)?.uai ?? schools[0]?.uai ?? null };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  // A form without files is read to its end all the same: it may be another page's.
  if (!sendsFiles(args.request)) await readForm(args.request);
  const asked = new URL(args.request.url).searchParams.get("etablissement");
  const uai = asked ?? schoolsSetUpBy(ctx.actor)[0] ?? "";
  const received = await receiveRoster(ctx, {
    uai,
    read: async (take) => {
      if (!sendsFiles(args.request)) return;
      await readUploads(args.request, async (field, bytes) => {
        if (field === "file") await take(bytes);
      });
    },
  });
  if (received.ok)
    throw redirect(paths.school.rosterImport(received.value.importId, { fait: "envoye" }), 303);
  const { message, field } = receiveRosterMessage(received.error);
  return refused({}, message, field);
}

export default function SendRoster() {
  return <SendRosterPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
