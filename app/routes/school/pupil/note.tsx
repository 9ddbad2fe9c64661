import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { noteSchema } from "#app/domain/follow-up/log/log.schema.ts";
import { saveNote } from "#app/domain/follow-up/log/save-note.server.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { NotePage } from "#app/ui/school/pupil/log/note-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent } from "#app/web/forms.server.ts";
import { requireFollowedPupil } from "./followed-pupil.server.ts";
import { entryToWrite, removeOrRestore, backToLog } from "./log-entry.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Note pour l’équipe") }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { id, firstName, lastName } = pupil;
  return {
    pupil: { id, firstName, lastName },
    entry: await entryToWrite(ctx, { pupilId: id, request: args.request, isNote: true }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { intent, form } = await readIntent(args.request, INTENTS.pupilNote);
  if (intent !== "save") return removeOrRestore(ctx, pupil.id, { intent, form });
  const parsed = parseFormData(form, noteSchema);
  if (!parsed.ok) return invalid(parsed);
  if (!(await saveNote(ctx, { ...parsed.value, pupilId: pupil.id })).ok) throw notFound();
  backToLog(pupil.id, "note");
}

export default function PupilNote() {
  return <NotePage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
