import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getFollowedPupil } from "#app/domain/follow-up/pupil/followed-pupil.queries.server.ts";
import { cancelSituation } from "#app/domain/follow-up/situations/cancel-situation.server.ts";
import { declareSituation } from "#app/domain/follow-up/situations/declare-situation.server.ts";
import {
  cancelSituationSchema,
  declareSituationSchema,
} from "#app/domain/follow-up/situations/situation.schema.ts";
import { isId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { declareFailureMessage } from "#app/ui/messages/situations.ts";
import { SituationPage } from "#app/ui/school/pupil/situation-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { foundOrThrow } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Dispense ou accueil au lycée") }];

async function ownPupil(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const { pupilId } = args.params;
  const at = ctx.clock.now();
  const campaign = await getCurrentCampaign(ctx.db, at);
  if (!isId(pupilId) || !campaign) throw notFound();
  const pupil = foundOrThrow(await getFollowedPupil(ctx.db, ctx.actor, { pupilId, campaign, at }));
  return { ctx, pupil, campaign };
}

export async function loader(args: LoaderFunctionArgs) {
  const { pupil, campaign } = await ownPupil(args);
  const { id, firstName, lastName, live } = pupil;
  return {
    pupil: { id, firstName, lastName, live },
    period: { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, pupil } = await ownPupil(args);
  const { intent, form } = await readIntent(args.request, INTENTS.situation);
  return intent === "declare" ? declare(ctx, pupil.id, form) : cancel(ctx, pupil.id, form);
}

async function declare(ctx: ActorRequest, pupilId: string, form: FormData) {
  const parsed = parseFormData(form, declareSituationSchema);
  if (!parsed.ok) return invalid(parsed);
  const outcome = await declareSituation(ctx, { ...parsed.value, pupilId });
  if (outcome.ok) throw redirect(`${paths.school.pupil(pupilId, { fait: "situation" })}#situation`, 303);
  if (outcome.error.code === "not_found") throw notFound();
  const { message, field } = declareFailureMessage(outcome.error);
  return refused(parsed.typed, message, field);
}

async function cancel(ctx: ActorRequest, pupilId: string, form: FormData) {
  const parsed = parseFormData(form, cancelSituationSchema);
  if (!parsed.ok || !(await cancelSituation(ctx, { ...parsed.value, pupilId })).ok) throw notFound();
  throw redirect(`${paths.school.pupil(pupilId, { fait: "situation-annulee" })}#situation`, 303);
}

export default function PupilSituation() {
  return <SituationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
