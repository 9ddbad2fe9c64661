import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";

import { hasRole, type Actor } from "#app/domain/accounts/actor.ts";
import { getApplyState } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { getFavourite } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { getHostHabits } from "#app/domain/hosts/host-habits.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { freeByWeek, openPeriods, type Eligibility } from "#app/domain/offers/offer.ts";
import { getEligibility, getOpenOffer, getPausedOffer } from "#app/domain/offers/offers.queries.server.ts";
import { listNearbyOffers } from "#app/domain/search/nearby-offers.queries.server.ts";
import { distanceOnPage } from "#app/domain/search/search-place.ts";
import { isId } from "#app/kernel/ids.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import { ofPlace } from "#app/kernel/text.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { OfferFacts } from "#app/ui/search/offer-facts.tsx";
import { OfferWayIn } from "#app/ui/search/offer-way-in.tsx";
import { NearbyOffers, PausedOfferPage } from "#app/ui/search/paused-offer-page.tsx";
import { travelText } from "#app/ui/search/search-texts.ts";
import { useToldView } from "#app/ui/search/use-told-view.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { optionalActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `${data.offer.title}, ${data.offer.town}` : "Offre introuvable") },
  ...(data && "paused" in data ? [{ name: "robots", content: "noindex" }] : []),
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
  const asker = await getEligibility(db, actor);
  const offer = isId(offerId) ? await getOpenOffer(db, offerId, asker) : null;
  if (!offer || offer.campaignId !== campaign?.id)
    return showPaused(db, { offerId, campaignId: campaign?.id, actor, asker });
  const { latitude, longitude, ...shown } = offer;
  const pupil = actor && hasRole(actor, "pupil") ? actor : null;
  const full = openPeriods(offer, freeByWeek(offer.seats)).length === 0;
  return {
    offer: shown,
    nearby: full ? await offersAround(db, offer, { actor: pupil, asker }) : [],
    weeks: campaign.weeks,
    distance: distanceOnPage(places, new URL(args.request.url).searchParams, {
      ...shown,
      latitude,
      longitude,
    }),
    full,
    mayApply: pupil !== null || actor === null,
    myApplication: pupil ? (await getApplyState(db, pupil, offer)).current : null,
    favourite: pupil && (await getFavourite(db, pupil, offer.id)),
    signedIn: actor !== null,
    isPupil: pupil !== null,
    habits: await getHostHabits(db, offer.id),
  };
}

interface PausedRequest {
  offerId: string | undefined;
  campaignId: string | undefined;
  actor: Actor | null;
  asker: Eligibility | null;
}

/** A link that was right the day it was shared: the offer rests, and others are near. */
async function showPaused(db: AppContext["db"], { offerId, campaignId, ...whom }: PausedRequest) {
  const found = isId(offerId) ? await getPausedOffer(db, offerId, whom.asker) : null;
  if (!found || found.campaignId !== campaignId) throw notFound();
  const { title, organisation, town, postcode } = found;
  return {
    paused: true as const,
    offer: { title, organisation, town, postcode },
    nearby: await offersAround(db, found, whom),
  };
}

function offersAround(
  db: AppContext["db"],
  { campaignId, latitude, longitude }: { campaignId: string; latitude: number; longitude: number },
  { actor, asker }: Pick<PausedRequest, "actor" | "asker">,
) {
  const center = { latitude, longitude };
  return listNearbyOffers(db, { campaignId, pupilId: actor?.personId ?? null, weeks: [], center, asker });
}

export default function Offer() {
  const page = useLoaderData<typeof loader>();
  return "paused" in page ? <PausedOfferPage {...page} /> : <OpenOffer {...page} />;
}

type OpenPage = Exclude<Awaited<ReturnType<typeof loader>>, { paused: true }>;

function OpenOffer({ offer, weeks, distance, isPupil, nearby, ...wayIn }: OpenPage) {
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
      <NearbyOffers offers={nearby} town={offer.town} />
    </Page>
  );
}
