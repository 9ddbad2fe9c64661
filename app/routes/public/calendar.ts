import type { LoaderFunctionArgs } from "@remix-run/node";
import { getPupilCalendar } from "#app/domain/applications/views/placement-calendar.queries.server.ts";
import { calendarPurpose } from "#app/domain/applications/views/placement-calendar.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { calendarFile } from "#app/web/calendar-file.server.ts";
import { notFound } from "#app/web/errors.server.ts";

const SUFFIX = ".ics";

/** A pupil's dates for any calendar application, by a link that only they have, until the campaign ends: no session, nothing consumed. */
export async function loader(args: LoaderFunctionArgs) {
  const app = appOf(args);
  const { file = "" } = args.params;
  const campaign = file.endsWith(SUFFIX) ? await getCurrentCampaign(app.db, app.clock.now()) : null;
  const link = campaign && app.links.read(calendarPurpose(campaign), file.slice(0, -SUFFIX.length));
  const calendar = link && (await getPupilCalendar(app.db, link, campaign));
  if (!calendar) throw notFound();
  return new Response(calendarFile(calendar, app.env.PUBLIC_URL), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="stage-de-seconde.ics"',
      "Cache-Control": "private, no-cache",
    },
  });
}
