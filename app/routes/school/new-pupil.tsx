import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addPupil } from "#app/domain/schools/classes/add-pupil.server.ts";
import { getOwnClass } from "#app/domain/schools/classes/school-classes.queries.server.ts";
import { addPupilSchema } from "#app/domain/schools/classes/school-classes.schema.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ADD_PUPIL_REFUSALS } from "#app/ui/messages/school-classes.ts";
import { NewPupilPage } from "#app/ui/school/classes/new-pupil-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { foundOrThrow } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Ajouter un élève") }];

async function ownClass(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { classGroupId } = args.params;
  if (!isId(classGroupId)) throw notFound();
  return { ctx, group: foundOrThrow(await getOwnClass(ctx.db, ctx.actor, classGroupId)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { group } = await ownClass(args);
  return { group, done: doneOn("newPupil", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, group } = await ownClass(args);
  const form = await parseForm(args.request, addPupilSchema(ctx.clock.now()));
  if (!form.ok) return invalid(form);
  const outcome = await addPupil(ctx, { ...form.value, classGroupId: group.id });
  if (outcome.ok) throw redirect(paths.school.newPupil(group.id, { fait: "ajoute" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(form.typed, ADD_PUPIL_REFUSALS[outcome.error.code]);
}

export default function NewPupil() {
  return <NewPupilPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
