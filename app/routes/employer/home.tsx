import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organisationsOf } from "#app/domain/accounts/actor.ts";
import {
  listAgreementsAwaitingHost,
  listHostedAgreements,
} from "#app/domain/agreements/agreements.queries.server.ts";
import {
  countApplicationsForHost,
  listApplicationsForHost,
} from "#app/domain/applications/views/applications.host-queries.server.ts";
import { listedForHost } from "#app/domain/applications/views/host-application.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getOwnClaim } from "#app/domain/hosts/team/team.queries.server.ts";
import { listOwnDetachments } from "#app/domain/offers/moderation/detachments.queries.server.ts";
import { summariseOffersOfHost } from "#app/domain/offers/host-summary.queries.server.ts";
import { EmployerHomePage } from "#app/ui/employer/employer-home-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon espace employeur") }];

const SHOWN = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "employer");
  const { db, actor, clock } = ctx;
  const now = clock.now();
  const [waiting, counts, offers, owed, hosted, campaign, claim, detachments] = await Promise.all([
    listApplicationsForHost(db, actor, { filter: "a-repondre" }),
    countApplicationsForHost(db, actor),
    summariseOffersOfHost(db, organisationsOf(actor), actor.personId),
    listAgreementsAwaitingHost(db, actor, SHOWN),
    listHostedAgreements(db, actor, { limit: SHOWN }),
    getCurrentCampaign(db, now),
    getOwnClaim(ctx),
    listOwnDetachments(ctx),
  ]);
  return {
    now,
    firstName: actor.firstName,
    campaign: campaign && { startsOn: campaign.startsOn, endsOn: campaign.endsOn },
    weeks: campaign?.weeks ?? [],
    owed: owed.agreements,
    waiting: listedForHost(waiting.applications.slice(0, SHOWN), now),
    counts,
    offers,
    agreements: hosted.agreements,
    detachments,
    claim: claim && {
      siret: claim.siret,
      isKnown: claim.organisationId !== null,
      isRefused: claim.refusedAt !== null,
    },
  };
}

export default function EmployerHome() {
  return <EmployerHomePage {...useLoaderData<typeof loader>()} />;
}
