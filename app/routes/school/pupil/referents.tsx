import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endReferent } from "#app/domain/follow-up/referents/end-referent.server.ts";
import { entrustPupil } from "#app/domain/follow-up/referents/entrust-pupil.server.ts";
import { listColleagues, listReferents } from "#app/domain/follow-up/referents/referents.queries.server.ts";
import { endReferentSchema, entrustSchema } from "#app/domain/follow-up/referents/referents.schema.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { ReferentsPage } from "#app/ui/school/pupil/referents/referents-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { requireFollowedPupil } from "./followed-pupil.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Confier le suivi") }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { id, firstName, lastName, schoolUai: uai } = pupil;
  const today = parisDate(ctx.clock.now());
  return {
    pupil: { id, firstName, lastName },
    colleagues: await listColleagues(ctx.db, ctx.actor, { uai, today }),
    referents: await listReferents(ctx.db, ctx.actor, id),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await requireFollowedPupil(args);
  const { intent, form } = await readIntent(args.request, INTENTS.referents);
  return intent === "entrust" ? entrust(ctx, pupil.id, form) : end(ctx, pupil.id, form);
}

async function entrust(ctx: ActorRequest, pupilId: string, form: FormData) {
  const parsed = parseFormData(form, entrustSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await entrustPupil(ctx, { ...parsed.value, pupilId });
  if (outcome.ok) throw redirect(`${paths.school.pupil(pupilId, { fait: "confie" })}#referents`, 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(parsed.typed, "Choisissez une personne de la liste : elle n’enseigne plus ici.", "personId");
}

async function end(ctx: ActorRequest, pupilId: string, form: FormData) {
  const parsed = parseFormData(form, endReferentSchema);
  const ended = parsed.ok && (await endReferent(ctx, { ...parsed.value, pupilId }));
  if (!ended || !ended.ok) throw notFound();
  // Who handed the pupil back may not see their page any more.
  if (ended.value.wasMe) throw redirect(paths.school.home({ fait: "rendu" }), 303);
  throw redirect(`${paths.school.pupil(pupilId, { fait: "suivi-repris" })}#referents`, 303);
}

export default function PupilReferents() {
  return <ReferentsPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
