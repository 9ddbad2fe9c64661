import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { listApplicationsForHost } from "#app/domain/applications/views/applications.host-queries.server.ts";
import { listedForHost } from "#app/domain/applications/views/host-application.ts";
import { getOfferQueue } from "#app/domain/applications/views/offer-queue.queries.server.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { limitApplications } from "#app/domain/offers/limit-applications.server.ts";
import { limitApplicationsSchema } from "#app/domain/offers/offer.schema.ts";
import { getOfferHold } from "#app/domain/offers/moderation/moderation.queries.server.ts";
import { getOfferOfHost } from "#app/domain/offers/offers.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { HostOfferPage } from "#app/ui/employer/host-offer-page.tsx";
import { changeOfferMessage } from "#app/ui/messages/offers.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data?.offer.title ?? "Offre") },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, clock } = await requireActor(args, "employer");
  const { offerId } = args.params;
  const offer = isId(offerId) ? await getOfferOfHost(db, offerId, organisationsOf(actor)) : null;
  const campaign = offer && (await getCampaign(db, offer.campaignId));
  if (!offer || !campaign) throw notFound();
  const { applications, hasMore } = await listApplicationsForHost(db, actor, { offerId: offer.id });
  return {
    offer,
    weeks: campaign.weeks,
    applications: listedForHost(applications, clock.now()),
    hasMore,
    queue: await getOfferQueue(db, offer.id),
    hold: await getOfferHold(db, offer.id),
    done: doneOn("hostOffer", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { offerId } = args.params;
  if (!isId(offerId) || !(await getOfferOfHost(ctx.db, offerId, organisationsOf(ctx.actor))))
    throw notFound();
  const form = await parseForm(args.request, limitApplicationsSchema);
  if (!form.ok) return invalid(form);
  const limited = await underSendingLimits(ctx.app, { "send-reopening": offerId }, () =>
    limitApplications(ctx, { offerId, max: form.value.maxOpenApplications }),
  );
  if ("tooOften" in limited) return tooSoon(form.typed, limited.tooOften);
  if (limited.ok) throw redirect(paths.employer.offer(offerId, { fait: "limite" }), 303);
  if (limited.error.code === "not_found") throw notFound();
  return refused(form.typed, changeOfferMessage(limited.error));
}

export default function Offer() {
  return <HostOfferPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
