import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { listApplicationsForHost } from "#app/domain/applications/applications.host-queries.server.ts";
import { listedForHost } from "#app/domain/applications/host-application.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getOfferOfHost } from "#app/domain/offers/offers.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { HostOfferPage } from "#app/ui/employer/host-offer-page.tsx";
import { doneMessage } from "#app/ui/messages/offers.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
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
    done: doneMessage(new URL(args.request.url).searchParams.get("fait")),
  };
}

export default function Offer() {
  return <HostOfferPage {...useLoaderData<typeof loader>()} />;
}
