import {
  listSchoolStaff,
  type Recipient,
} from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { firstDayOf } from "#app/domain/hours/first-day.ts";
import { placementAbsence } from "#app/emails/placements/placement-absence.tsx";
import { placementAccident } from "#app/emails/placements/placement-accident.tsx";
import { placementDayBefore } from "#app/emails/placements/placement-day-before.tsx";
import { placementEndedHost } from "#app/emails/placements/placement-ended-host.tsx";
import { placementEndedPupil } from "#app/emails/placements/placement-ended-pupil.tsx";
import { placementFirstDayHost } from "#app/emails/placements/placement-first-day-host.tsx";
import { placementFirstDayPupil } from "#app/emails/placements/placement-first-day-pupil.tsx";
import { placementWeekBefore } from "#app/emails/placements/placement-week-before.tsx";
import { paths } from "#app/paths.ts";
import { mail, mailEach, skip, type MessageDraft } from "../message-draft.server.ts";
import { aboutApplication, followUpLink, type describeApplication } from "../event-subjects.server.ts";
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

  "placement.first_day": aboutPlacement(async ({ id, pupil, hostName, pupilFirstName, ...one }, { url }) => [
    ...mail(placementFirstDayPupil, pupil, { hostName, link: url(paths.pupil.problem()) }),
    ...mail(placementFirstDayHost, await one.employers(), {
      pupilFirstName,
      schoolPhone: one.pupilClass?.phone ?? null,
      link: url(paths.employer.application(id)),
    }),
  ]),

  "placement.absence_reported": aboutPlacement((placement, composer) =>
    alert(placementAbsence, placement, composer),
  ),

  "placement.accident_reported": aboutPlacement((placement, composer) =>
    alert(placementAccident, placement, composer),
  ),

  "placement.ended": aboutPlacement(async ({ id, pupil, hostName, pupilFirstName, ...one }, { url }) => [
    ...mail(placementEndedPupil, pupil, { hostName, link: url(paths.pupil.application(id)) }),
    ...mail(placementEndedHost, await one.employers(), {
      pupilFirstName,
      link: url(paths.employer.offers()),
    }),
  ]),
};

/** The head, the office, the teachers of the class, the representatives: all at once, each once. */
async function alert(
  template: typeof placementAbsence | typeof placementAccident,
  { pupilFirstName, className, hostName, period, pupilClass, classLink, ...placement }: Application,
  composer: Composer,
): Promise<MessageDraft[]> {
  const common = { pupilFirstName, className, hostName, period };
  const school = pupilClass ? await listOfficeAndTeachers(composer, pupilClass.schoolUai, placement) : [];
  return [
    ...mail(template, school, { ...common, reader: "school" as const, link: classLink }),
    ...mailEach(template, await placement.guardians("confirmation"), (guardian) => ({
      ...common,
      reader: "guardian" as const,
      link: followUpLink(composer, guardian),
    })),
  ];
}

async function listOfficeAndTeachers(
  { db, today }: Composer,
  schoolUai: string,
  { teachers }: Pick<Application, "teachers">,
): Promise<Recipient[]> {
  const office = await listSchoolStaff(db, schoolUai, ["schoolOffice", "schoolHead"], today);
  const known = new Set(office.map(({ personId }) => personId));
  return [...office, ...(await teachers()).filter(({ personId }) => !known.has(personId))];
}
