import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import {
  listHeldOffers,
  listModerationDecisions,
} from "#app/domain/offers/moderation/moderation.queries.server.ts";
import { rejectOfferSchema } from "#app/domain/offers/moderation/moderation.schema.ts";
import { rejectOffer } from "#app/domain/offers/moderation/reject-offer.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ModerationPage } from "#app/ui/moderation/moderation-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { moderationFailureMessage } from "#app/ui/moderation/moderation-texts.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Modération") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireActor(args, "admin");
  return {
    ...(await listHeldOffers(db)),
    decisions: await listModerationDecisions(db),
    done: doneOn("moderation", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { intent, form } = await readIntent(args.request, INTENTS.moderation);
  const offerId = form.get("offerId");
  if (typeof offerId !== "string" || !isId(offerId)) throw notFound();
  if (intent === "approve") {
    const approved = await approveOffer(ctx, { offerId });
    if (approved.ok) throw redirect(paths.admin.moderation({ fait: "approuvee" }), 303);
    if (approved.error.code === "not_found") throw notFound();
    return refused({}, moderationFailureMessage(approved.error));
  }
  const typed = parseFormData(form, rejectOfferSchema);
  // The field of this offer among those of all: its name alone would not tell which.
  if (!typed.ok) return refused(typed.values, typed.errors.explanation?.[0] ?? "", `explanation-${offerId}`);
  const rejected = await rejectOffer(ctx, { offerId, explanation: typed.value.explanation });
  if (rejected.ok) throw redirect(paths.admin.moderation({ fait: "refusee" }), 303);
  if (rejected.error.code === "not_found") throw notFound();
  return refused({}, moderationFailureMessage(rejected.error));
}

export default function Moderation() {
  return <ModerationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
