import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { listApplicationsOfPupil } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { listFavourites } from "#app/domain/applications/favourites/favourites.queries.server.ts";
import { nextDates, nextSteps } from "#app/domain/applications/views/pupil-agenda.ts";
import { boardOf } from "#app/domain/applications/views/pupil-application.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { frenchPeriod, parisDate } from "#app/kernel/calendar-date.ts";
import { paths } from "#app/paths.ts";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { SuggestionSection } from "#app/ui/discovery/recommendations.tsx";
import { NextDates } from "#app/ui/pupil/next-dates.tsx";
import { NextSteps } from "#app/ui/pupil/next-steps.tsx";
import { PupilApplications, PupilShortcuts } from "#app/ui/pupil/pupil-dashboard.tsx";
import { PupilHelp } from "#app/ui/pupil/pupil-help.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { suggest } from "./suggest.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Mon espace") }];

const SUGGESTIONS = 5;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const { app, db, clock, actor } = ctx;
  const campaign = await getCurrentCampaign(db, clock.now());
  const applications = campaign ? await listApplicationsOfPupil(db, actor, campaign.id) : [];
  const favourites = await listFavourites(db, actor, campaign?.id ?? null);
  const reopened = favourites.filter(({ state }) => state === "available_again").length;
  const today = parisDate(clock.now());
  const file = paths.calendar(app.links.sign("calendar", actor.personId));
  return {
    firstName: actor.firstName,
    weeks: campaign?.weeks ?? [],
    period: campaign ? { startsOn: campaign.startsOn, endsOn: campaign.endsOn } : null,
    applications,
    steps: campaign ? nextSteps(applications, campaign, { today, reopened }) : [],
    dates: campaign ? nextDates(applications, campaign, today) : [],
    favourites: favourites.length,
    suggestions: (await suggest(ctx, campaign, { limit: SUGGESTIONS })).suggestions,
    calendar: { file, subscription: app.env.PUBLIC_URL.replace(/^https?/, "webcal") + file },
  };
}

export default function PupilHome() {
  const { firstName, weeks, period, applications, steps, dates, ...more } = useLoaderData<typeof loader>();
  const lead = period
    ? `Le stage a lieu ${frenchPeriod(period.startsOn, period.endsOn)}.`
    : "Les dates du prochain stage ne sont pas encore annoncées.";
  return (
    <Page>
      <PageHeader title={`Bonjour ${firstName}`} crumb="Mon espace" lead={lead} />
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
