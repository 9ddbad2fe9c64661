import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { changeHeadCount } from "#app/domain/schools/classes/change-head-count.server.ts";
import { createClass } from "#app/domain/schools/classes/create-class.server.ts";
import { listSchoolClasses } from "#app/domain/schools/classes/school-classes.queries.server.ts";
import { createClassSchema, headCountSchema } from "#app/domain/schools/classes/school-classes.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { CLASS_REFUSALS } from "#app/ui/messages/school-classes.ts";
import { SchoolClassesPage } from "#app/ui/school/classes/school-classes-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Les classes de seconde") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireActor(args, "schoolOffice", "schoolHead");
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    schoolYear: campaign?.schoolYear ?? null,
    schools: campaign ? await listSchoolClasses(db, actor, campaign.schoolYear) : [],
    done: doneOn("classes", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { intent, form } = await readIntent(args.request, INTENTS.classes);
  return intent === "create" ? create(ctx, form) : changeCount(ctx, form);
}

async function create(ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, createClassSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await createClass(ctx, parsed.value);
  if (outcome.ok) throw redirect(paths.school.classes({ fait: "ajoutee" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  const { code } = outcome.error;
  return refused(parsed.typed, CLASS_REFUSALS[code], code === "name_taken" ? "name" : undefined);
}

async function changeCount(ctx: ActorRequest, form: FormData) {
  const parsed = parseFormData(form, headCountSchema);
  if (!parsed.ok) {
    if (parsed.errors.classGroupId) throw notFound();
    return invalid(parsed);
  }
  if (!(await changeHeadCount(ctx, parsed.value)).ok) throw notFound();
  throw redirect(paths.school.classes({ fait: "effectif" }), 303);
}

export default function SchoolClasses() {
  return <SchoolClassesPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
