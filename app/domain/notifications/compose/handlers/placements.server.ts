import { firstDayOf } from "#app/domain/hours/first-day.ts";
import { placementDayBefore } from "#app/emails/placements/placement-day-before.tsx";
import { placementEndedHost } from "#app/emails/placements/placement-ended-host.tsx";
import { placementEndedPupil } from "#app/emails/placements/placement-ended-pupil.tsx";
import { placementFirstDayHost } from "#app/emails/placements/placement-first-day-host.tsx";
import { placementFirstDayPupil } from "#app/emails/placements/placement-first-day-pupil.tsx";
import { placementLastDayHost } from "#app/emails/placements/placement-last-day-host.tsx";
import { placementWeekBefore } from "#app/emails/placements/placement-week-before.tsx";
import { paths } from "#app/paths.ts";
import { mail, skip, type MessageDraft } from "../message-draft.server.ts";
import { aboutApplication, findStay, type describeApplication } from "../event-subjects.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";

type Application = ReturnType<typeof describeApplication>;

/** For messages about a placement that is to take place: one taken back in the meantime needs none. */
const aboutPlacement = (
  compose: (placement: Application, composer: Composer) => MessageDraft[] | Promise<MessageDraft[]>,
) =>
  aboutApplication((application, composer) =>
    application.status === "confirmed" ? compose(application, composer) : skip("outdated"),
  );

export const placementHandlers: HandlersOf<"placement"> = {
  "placement.week_before": aboutPlacement(({ id, pupil, sheet }, { url }) =>
    mail(placementWeekBefore, pupil, { ...sheet, link: url(paths.pupil.application(id)) }),
  ),

  "placement.day_before": aboutPlacement(({ id, pupil, period, pupilClass, sheet }, { url }) => {
    if (!period) return [];
    const { day, hours } = firstDayOf(period.startsOn, period.endsOn, sheet.hours);
    const link = url(paths.pupil.application(id));
    const schoolPhone = pupilClass?.phone ?? null;
    return mail(placementDayBefore, pupil, { ...sheet, firstDay: day, hours, schoolPhone, link });
  }),

  "placement.first_day": aboutPlacement(async ({ id, pupil, hostName, pupilFirstName, ...one }, composer) => {
    const stay = await findStay(composer, id);
    return [
      ...mail(placementFirstDayPupil, pupil, { hostName, link: composer.url(paths.pupil.problem()) }),
      ...mail(placementFirstDayHost, await (stay?.supervisors() ?? one.employers()), {
        pupilFirstName,
        schoolPhone: one.pupilClass?.phone ?? null,
        link: stay?.supervisorLink ?? composer.url(paths.employer.application(id)),
      }),
    ];
  }),

  "placement.last_day": aboutPlacement(async ({ id, pupilFirstName }, composer) => {
    const stay = await findStay(composer, id);
    if (!stay) return [];
    return mail(placementLastDayHost, await stay.supervisors(), {
      pupilFirstName,
      link: stay.supervisorLink,
    });
  }),

  "placement.ended": aboutPlacement(async ({ id, pupil, hostName, pupilFirstName, ...one }, { url }) => [
    ...mail(placementEndedPupil, pupil, { hostName, link: url(paths.pupil.application(id)) }),
    ...mail(placementEndedHost, await one.employers(), {
      pupilFirstName,
      link: url(paths.employer.offers()),
    }),
  ]),
};
