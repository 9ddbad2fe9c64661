import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listApplicationsOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { getCalendarLink } from "#app/domain/applications/views/placement-calendar.queries.server.ts";
import { calendarPurpose } from "#app/domain/applications/views/placement-calendar.ts";
import { listFavourites } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { nextDates, nextSteps } from "#app/domain/applications/views/pupil-agenda.ts";
import { renewCalendarLink } from "#app/domain/applications/renew-calendar-link.server.ts";
import { boardOf } from "#app/domain/applications/views/pupil-application.ts";
import { listOwnHolds } from "#app/domain/holds/to-replace.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { frenchPeriod, parisDate } from "#app/kernel/calendar-date.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { doneOn, paths } from "#app/paths.ts";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { SuggestionSection } from "#app/ui/discovery/recommendations.tsx";
import { HeldSeatsNotice } from "#app/ui/pupil/holds/held-seats-notice.tsx";
import { NextDates } from "#app/ui/pupil/next-dates.tsx";
import { NextSteps } from "#app/ui/pupil/next-steps.tsx";
import { PupilApplications, PupilShortcuts } from "#app/ui/pupil/pupil-dashboard.tsx";
import { PupilHelp } from "#app/ui/pupil/pupil-help.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { readForm } from "#app/web/forms.server.ts";
import { requireActor, type ActorRequest } from "#app/web/require-actor.server.ts";
import { suggest } from "./suggest.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon espace") }];

const SUGGESTIONS = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { db, clock, actor } = ctx;
  const campaign = await getCurrentCampaign(db, clock.now());
  const applications = campaign ? await listApplicationsOfPupil(db, actor, campaign.id) : [];
  const favourites = await listFavourites(db, actor, campaign?.id ?? null);
  const reopened = favourites.filter(({ state }) => state === "available_again").length;
  const today = parisDate(clock.now());
  return {
    firstName: actor.firstName,
    weeks: campaign?.weeks ?? [],
    period: campaign ? { startsOn: campaign.startsOn, endsOn: campaign.endsOn } : null,
    applications,
    steps: campaign ? nextSteps(applications, campaign, { today, reopened }) : [],
    dates: campaign ? nextDates(applications, campaign, today) : [],
    favourites: favourites.length,
    held: (await listOwnHolds(db, actor)).length,
    suggestions: (await suggest(ctx, campaign, { limit: SUGGESTIONS })).suggestions,
    calendar: campaign && (await calendarOf(ctx, campaign)),
    done: doneOn("pupilHome", new URL(args.request.url).searchParams),
  };
}

async function calendarOf({ app, actor }: ActorRequest, campaign: Campaign) {
  const { id, version } = await getCalendarLink(app.db, actor);
  const file = paths.calendar(app.links.sign(calendarPurpose(campaign), id, version));
  return { file, subscription: app.env.PUBLIC_URL.replace(/^https?/, "webcal") + file };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  await readForm(args.request);
  await renewCalendarLink(ctx);
  throw redirect(paths.pupil.home({ fait: "agenda" }), 303);
}

export default function PupilHome() {
  const { firstName, weeks, period, applications, steps, dates, ...more } = useLoaderData<typeof loader>();
  const lead = period
    ? `Le stage a lieu ${frenchPeriod(period.startsOn, period.endsOn)}.`
    : "Les dates du prochain stage ne sont pas encore annoncées.";
  return (
    <Page>
      <DoneNotice page="pupilHome" done={more.done} />
      <PageHeader title={`Bonjour ${firstName}`} crumb="Mon espace" lead={lead} />
      <HeldSeatsNotice held={more.held} />
      <PupilShortcuts favourites={more.favourites} />
      <NextSteps steps={steps} weeks={weeks} />
      <PupilApplications board={boardOf(applications)} weeks={weeks} />
      <SuggestionSection
        title="Des idées pour vous"
        lead="Des offres avec des places, autour de votre lycée."
        suggestions={more.suggestions}
      />
      <NextDates dates={dates} calendar={more.calendar} />
      <PupilHelp />
    </Page>
  );
}
