import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { assignTeacher } from "#app/domain/schools/classes/assign-teacher.server.ts";
import { changeHeadCount } from "#app/domain/schools/classes/change-head-count.server.ts";
import {
  listClassTeachers,
  listSchoolTeachers,
} from "#app/domain/schools/classes/class-teachers.queries.server.ts";
import { createClass } from "#app/domain/schools/classes/create-class.server.ts";
import { removeTeacher } from "#app/domain/schools/classes/remove-teacher.server.ts";
import { listSchoolClasses } from "#app/domain/schools/classes/school-classes.queries.server.ts";
import {
  classTeacherSchema,
  createClassSchema,
  headCountSchema,
} from "#app/domain/schools/classes/school-classes.schema.ts";
import { doneOn, paths, type DoneCode } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { CLASS_REFUSALS } from "#app/ui/messages/school-classes.ts";
import { SchoolClassesPage } from "#app/ui/school/classes/school-classes-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Les classes de seconde") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const campaign = await getCurrentCampaign(ctx.db, ctx.clock.now());
  return {
    schoolYear: campaign?.schoolYear ?? null,
    schools: campaign ? await listSchoolClasses(ctx.db, ctx.actor, campaign.schoolYear) : [],
    assigned: campaign ? await listClassTeachers(ctx, campaign.schoolYear) : [],
    teachers: await listSchoolTeachers(ctx),
    done: doneOn("classes", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { intent, form } = await readIntent(args.request, INTENTS.classes);
  switch (intent) {
    case "create":
      return create(ctx, form);
    case "head_count":
      return changeCount(ctx, form);
    case "assign_teacher":
      return changeTeacher(ctx, form, assignTeacher, "confiee");
    case "remove_teacher":
      return changeTeacher(ctx, form, removeTeacher, "retiree");
  }
}

async function changeTeacher(
  ctx: ActorRequest,
  form: FormData,
  change: typeof assignTeacher,
  fait: DoneCode<"classes">,
) {
  const parsed = parseFormData(form, classTeacherSchema);
  if (!parsed.ok) {
    if (parsed.errors.classGroupId) throw notFound();
    return invalid(parsed);
  }
  if (!(await change(ctx, parsed.value)).ok) throw notFound();
  throw redirect(paths.school.classes({ fait }), 303);
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
