import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";

import { hasRole } from "#app/domain/accounts/actor.ts";
import { getApplyState } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { getFavourite } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { getHostHabits } from "#app/domain/applications/views/host-habits.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { freeByWeek, openPeriods } from "#app/domain/offers/offer.ts";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { distanceOnPage } from "#app/domain/search/search-place.ts";
import { isId } from "#app/kernel/ids.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { ofPlace } from "#app/kernel/text.ts";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { OfferFacts } from "#app/ui/search/offer-facts.tsx";
import { OfferWayIn } from "#app/ui/search/offer-way-in.tsx";
import { travelText } from "#app/ui/search/search-texts.ts";
import { useToldView } from "#app/ui/search/use-told-view.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `${data.offer.title}, ${data.offer.town}` : "Offre introuvable") },
  ...(data
    ? [
        {
          name: "description",
          content: `Un stage de seconde à découvrir : ${data.offer.title}, ${data.offer.town}.`,
        },
      ]
    : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, places } = appOf(args);
  const { offerId } = args.params;
  const actor = await optionalActor(args);
  const campaign = await getCurrentCampaign(db, clock.now());
  const offer = isId(offerId) ? await getOpenOffer(db, offerId, await getEligibility(db, actor)) : null;
  if (!offer || offer.campaignId !== campaign?.id) throw notFound();
  const { latitude, longitude, ...shown } = offer;
  const pupil = actor && hasRole(actor, "pupil") ? actor : null;
  return {
    offer: shown,
    weeks: campaign.weeks,
    distance: distanceOnPage(places, new URL(args.request.url).searchParams, {
      ...shown,
      latitude,
      longitude,
    }),
    full: openPeriods(offer, freeByWeek(offer.seats)).length === 0,
    mayApply: pupil !== null || actor === null,
    myApplication: pupil ? (await getApplyState(db, pupil, offer)).current : null,
    favourite: pupil && (await getFavourite(db, pupil, offer.id)),
    signedIn: actor !== null,
    isPupil: pupil !== null,
    habits: await getHostHabits(db, offer.id),
  };
}

export default function Offer() {
  const { offer, weeks, distance, isPupil, ...wayIn } = useLoaderData<typeof loader>();
  useToldView(offer.id, isPupil);
  const { pathname, search: query } = useLocation();
  const search = distance ? { lieu: distance.from } : {};
  const far = distance
    ? `, à ${frenchDistance(distance.km, distance.approximate)} ${ofPlace(distance.from)}, ${travelText(distance.km)}`
    : "";
  return (
    <Page>
      <PageHeader
        title={offer.title}
        trail={[{ to: paths.offers(search), label: "Offres" }]}
        lead={`${offer.organisation} · ${offer.postcode} ${offer.town}${far}`}
      />
      <div className="offer-page">
        <div className="offer-page__text">
          <OfferFacts offer={offer} weeks={weeks} />
        </div>
        <OfferWayIn offer={offer} here={pathname + query} {...wayIn} />
      </div>
    </Page>
  );
}
