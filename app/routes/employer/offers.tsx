import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import { discardOfferDraft } from "#app/domain/offers/drafts/discard-offer-draft.server.ts";
import { correctOffer } from "#app/domain/offers/moderation/correct-offer.server.ts";
import { listOffersOfHost } from "#app/domain/offers/offers.queries.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/components/button-link.tsx";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { EmptyState } from "#app/ui/components/empty-state.tsx";
import { NextPageLink } from "#app/ui/components/next-page-link.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { RefusalNotice } from "#app/ui/components/refusal-notice.tsx";
import { employerTrail } from "#app/ui/employer/employer-trail.ts";
import { OfferItems } from "#app/ui/employer/offer-items.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { correctFailureMessage } from "#app/ui/moderation/moderation-texts.ts";
import { changeOfferMessage } from "#app/ui/messages/offers.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { pageOf } from "#app/web/page-number.server.ts";
import { readIntent, refused, tooSoon } from "#app/web/forms.server.ts";
import { underSendingLimits } from "#app/web/security/sending-limits.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Mes offres", location.search)) },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args, "employer");
  const query = new URL(args.request.url).searchParams;
  const page = pageOf(query);
  const scope = { organisationIds: organisationsOf(actor), personId: actor.personId };
  const { offers, hasMore } = await listOffersOfHost(db, scope, page);
  return {
    offers: offers.map(({ updatedAt: _updatedAt, ...offer }) => offer),
    nextPage: hasMore ? paths.employer.offers({ page: String(page + 1) }) : null,
    done: doneOn("hostOffers", query),
  };
}

const CHANGES = { pause: pauseOffer, resume: resumeOffer } as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { intent, form } = await readIntent(args.request, INTENTS.hostOffers);
  const offerId = form.get("offerId");
  if (typeof offerId !== "string" || !isId(offerId)) throw notFound();
  if (intent === "discard") {
    const outcome = await discardOfferDraft(ctx, { offerId });
    if (!outcome.ok) throw notFound();
    throw redirect(paths.employer.offers({ fait: "supprime" }), 303);
  }
  if (intent === "correct") return correct(ctx, offerId);
  const change = () => CHANGES[intent](ctx, { offerId });
  const limits = intent === "resume" ? { "send-reopening": offerId } : {};
  const outcome = await underSendingLimits(ctx.app, limits, change);
  if ("tooOften" in outcome) return tooSoon({}, outcome.tooOften);
  if (outcome.ok)
    throw redirect(paths.employer.offer(offerId, { fait: intent === "pause" ? "pause" : "reprise" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, changeOfferMessage(outcome.error));
}

async function correct(ctx: ActorRequest, offerId: string) {
  const outcome = await correctOffer(ctx, { offerId });
  if (outcome.ok) throw redirect(paths.employer.newOffer({ brouillon: offerId }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused({}, correctFailureMessage(outcome.error));
}

export const shouldRevalidate = () => true;

export default function Offers() {
  const { offers, nextPage, done } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader
        title="Mes offres"
        trail={employerTrail}
        aside={<ButtonLink to={paths.employer.newOffer()}>Publier une offre</ButtonLink>}
      />
      <RefusalNotice refusal={refusal} />
      {refusal ? null : <DoneNotice page="hostOffers" done={done} />}
      {offers.length === 0 ? (
        <EmptyState
          title="Vous n’avez pas encore d’offre."
          suggestions={[
            { to: paths.employer.newOffer(), label: "Publier une offre, en trois étapes courtes" },
          ]}
        />
      ) : (
        <OfferItems offers={offers} />
      )}
      <NextPageLink to={nextPage} />
    </Page>
  );
}
