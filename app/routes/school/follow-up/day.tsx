import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { dayToShow } from "#app/domain/follow-up/presence/day-board.ts";
import { listDay } from "#app/domain/follow-up/presence/day-board.queries.server.ts";
import { liftAccident } from "#app/domain/follow-up/presence/lift-accident.server.ts";
import { presenceSchema } from "#app/domain/follow-up/presence/presence.schema.ts";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { getSchoolDay } from "#app/domain/follow-up/presence/school-day.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { presenceFailureMessage } from "#app/ui/messages/follow-up/presence.ts";
import { DayPage } from "#app/ui/school/follow-up/day-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest, notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Suivi du stage, jour après jour") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireSchool(args);
  const query = new URL(args.request.url).searchParams;
  const campaign = await getCurrentCampaign(db, clock.now());
  if (!campaign) return { board: null, done: null };
  const today = await getSchoolDay(db, actor, clock.now());
  const day = dayToShow(query.get("jour"), campaign, today);
  const period = { startsOn: campaign.startsOn, endsOn: campaign.endsOn };
  const lines = await listDay(db, actor, { campaign, day });
  return {
    board: { period, today, day, lines, classGroupId: query.get("classe") },
    done: doneOn("followUp", query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, clock } = await requireSchool(args);
  const { intent, form } = await readIntent(args.request, INTENTS.followUp);
  const parsed = parseFormData(form, presenceSchema);
  if (!parsed.ok) throw badRequest();
  const { agreementId, day: onDay } = parsed.value;
  const ctx = { db, clock, reporter: { side: "school" as const, actor } };
  const outcome =
    intent === "no_accident"
      ? await liftAccident(ctx, { agreementId, onDay })
      : await reportPresence(ctx, { agreementId, onDay, kind: intent });
  if (!outcome.ok) {
    if (outcome.error.code === "not_found") throw notFound();
    return refused(parsed.typed, presenceFailureMessage(outcome.error));
  }
  const classe = new URL(args.request.url).searchParams.get("classe") ?? undefined;
  throw redirect(`${paths.school.followUp({ jour: onDay, classe, fait: "note" })}#stage-${agreementId}`, 303);
}

export default function Day() {
  return <DayPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
