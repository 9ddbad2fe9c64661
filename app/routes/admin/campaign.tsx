import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { campaignReadingSchema, campaignSchema } from "#app/domain/campaigns/campaign.schema.ts";
import { isOver } from "#app/domain/campaigns/campaign.ts";
import { proposedCampaign, versionOf } from "#app/domain/campaigns/campaign-settings.ts";
import { findCampaign, listCampaigns } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { saveCampaign } from "#app/domain/campaigns/save-campaign.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { doneOn, paths } from "#app/paths.ts";
import { CampaignPage } from "#app/ui/admin/campaign-page.tsx";
import { campaignFailureMessage } from "#app/ui/messages/administration/campaigns.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseFormData, readForm, refused } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Campagne") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const shown = await shownCampaign(ctx, args.request);
  const today = parisDate(ctx.clock.now());
  return {
    campaigns: await listCampaigns(ctx.db),
    settings: shown ?? proposedCampaign(today),
    version: shown && versionOf(shown),
    isOver: shown !== null && isOver(shown, today),
    done: doneOn("campaign", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const typed = await readForm(args.request);
  const form = parseFormData(typed, campaignSchema);
  if (!form.ok) return invalid(form);
  const reading = parseFormData(typed, campaignReadingSchema);
  const shown = await shownCampaign(ctx, args.request);
  const saved = await saveCampaign(ctx, {
    campaignId: shown?.id ?? null,
    settings: form.value,
    version: reading.ok ? reading.value.version : undefined,
    seenEffects: reading.ok ? reading.value.effects : undefined,
  });
  if (saved.ok) {
    const { schoolYear } = form.value;
    throw redirect(paths.admin.campaign({ annee: schoolYear, fait: shown ? "modifiee" : "creee" }), 303);
  }
  const { error } = saved;
  if (error.code === "effects_unseen")
    return data({ errors: {}, values: form.typed, effects: error.effects }, { status: 409 });
  const { message, field } = campaignFailureMessage(error);
  return refused(form.typed, message, field);
}

/** The campaign that the address names, else the current one; null when a new one is to be made. */
function shownCampaign({ db, clock }: ActorRequest, request: Request) {
  return findCampaign(db, { schoolYear: new URL(request.url).searchParams.get("annee"), now: clock.now() });
}

export default function CampaignSettings() {
  return <CampaignPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
