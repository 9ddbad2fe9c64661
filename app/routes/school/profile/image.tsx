import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { removeSchoolImage, saveSchoolImage } from "#app/domain/schools/profile/save-school-image.server.ts";
import { getSchoolProfile } from "#app/domain/schools/profile/school-profile.queries.server.ts";
import { IMAGE_LIMITS } from "#app/domain/schools/profile/school-profile.ts";
import { paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { IMAGE_REFUSALS, IMAGE_TITLES } from "#app/ui/messages/schools/school-profile.ts";
import { SchoolImagePage } from "#app/ui/school/profile/school-image-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent, refused } from "#app/web/forms.server.ts";
import { readUpload, sendsFiles } from "#app/web/uploads.server.ts";
import { imageKindOf, requireProfiledSchool } from "./profiled-school.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? IMAGE_TITLES[data.kind] : "Image de l’établissement") },
];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const kind = imageKindOf(args);
  const profile = await getSchoolProfile(ctx, uai);
  if (!profile) throw notFound();
  const image = profile.images.find((one) => one.kind === kind) ?? null;
  return { kind, uai, schoolName: profile.name, image };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, uai } = await requireProfiledSchool(args);
  const kind = imageKindOf(args);
  if (!sendsFiles(args.request)) {
    await readIntent(args.request, INTENTS.schoolImage);
    if (!(await removeSchoolImage(ctx, { uai, kind })).ok) throw notFound();
    throw redirect(paths.school.profile({ etablissement: uai, fait: "image-retiree" }), 303);
  }
  const sent = await readUpload(args.request, "image", IMAGE_LIMITS.bytes);
  const saved = await saveSchoolImage(ctx, { uai, kind, sent });
  if (saved.ok) throw redirect(paths.school.profile({ etablissement: uai, fait: "image" }), 303);
  if (saved.error.code === "not_found") throw notFound();
  return refused({}, IMAGE_REFUSALS[saved.error.code], "image");
}

export default function SchoolImage() {
  return <SchoolImagePage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
