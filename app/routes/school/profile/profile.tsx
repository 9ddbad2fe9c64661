import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveSchoolProfile } from "#app/domain/schools/profile/save-school-profile.server.ts";
import {
  getSchoolProfile,
  listProfiledSchools,
} from "#app/domain/schools/profile/school-profile.queries.server.ts";
import { PROFILE_LINES, type ProfileLines } from "#app/domain/schools/profile/school-profile.ts";
import { schoolProfileSchema } from "#app/domain/schools/profile/school-profile.schema.ts";
import { doneOn, paths } from "#app/paths.ts";
import { PROFILE_REFUSALS } from "#app/ui/messages/schools/school-profile.ts";
import { SchoolProfilePage } from "#app/ui/school/profile/school-profile-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireProfiledSchool } from "./profiled-school.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("La fiche de l’établissement") }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const profile = await getSchoolProfile(ctx, uai);
  if (!profile) throw notFound();
  const done = doneOn("schoolProfile", new URL(args.request.url).searchParams);
  return { profile, schools: await listProfiledSchools(ctx), done };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const form = await parseForm(args.request, schoolProfileSchema);
  if (!form.ok) return invalid(form);
  const { deliberatedOn = null, ...typed } = form.value;
  const lines = Object.fromEntries(PROFILE_LINES.map((line) => [line, typed[line] ?? null])) as ProfileLines;
  const saved = await saveSchoolProfile(ctx, { uai, lines, deliberatedOn });
  if (saved.ok) throw redirect(paths.school.profile({ etablissement: uai, fait: "enregistree" }), 303);
  if (saved.error.code === "not_found") throw notFound();
  return refused(form.typed, PROFILE_REFUSALS[saved.error.code], "deliberatedOn");
}

export default function SchoolProfile() {
  return <SchoolProfilePage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
