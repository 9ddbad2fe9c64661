import { applicationCancelled } from "#app/emails/applications/application-cancelled.tsx";
import { applicationClosed } from "#app/emails/applications/application-closed.tsx";
import { applicationDeclined } from "#app/emails/applications/application-declined.tsx";
import { applicationExpired } from "#app/emails/applications/application-expired.tsx";
import { applicationLapsedHost } from "#app/emails/applications/application-lapsed-host.tsx";
import { applicationLapsedPupil } from "#app/emails/applications/application-lapsed-pupil.tsx";
import { applicationObjected } from "#app/emails/applications/application-objected.tsx";
import { applicationReleased } from "#app/emails/applications/application-released.tsx";
import { applicationWithdrawn } from "#app/emails/applications/application-withdrawn.tsx";
import { placementCancelled } from "#app/emails/placements/placement-cancelled.tsx";
import { paths } from "#app/paths.ts";
import { readTogether } from "../application-facts.queries.server.ts";
import { mail, mailEach, skip } from "../message-draft.server.ts";
import type { describeApplication } from "../event-subjects.server.ts";
import { aboutApplication, followUpLink } from "../event-subjects.server.ts";
import type { HandlersOf } from "#app/domain/notifications/compose/composer.ts";

type EndOf =
  "declined" | "withdrawn" | "objected" | "cancelled" | "released" | "expired" | "lapsed" | "closed";

/** What a pupil reads of an application that came to nothing by nobody’s refusal: what it was, and where else to look. */
const whereElse = async (application: ReturnType<typeof describeApplication>) => ({
  offerTitle: application.offerTitle,
  hostName: application.hostName,
  nearby: await application.nearby(),
  link: application.searchLink,
});

/** When an application comes to nothing: where else to look, for the pupil; what is free again, for the host. */
export const endedApplicationHandlers: Pick<HandlersOf<"application">, `application.${EndOf}`> = {
  "application.declined": aboutApplication(async (application) =>
    mail(applicationDeclined, application.pupil, {
      ...application.common,
      reason: application.declineReason,
      nearby: await application.nearby(),
      link: application.searchLink,
    }),
  ),

  "application.withdrawn": aboutApplication(async ({ offerTitle, pupilFirstName, employers }, { url }) =>
    mail(applicationWithdrawn, await employers(), {
      offerTitle,
      pupilFirstName,
      link: url(paths.employer.applications()),
    }),
  ),

  "application.objected": aboutApplication(async (application, { url }) => {
    const { common, pupilFirstName, className } = application;
    const props = { ...common, pupilFirstName, className };
    return [
      ...mail(applicationObjected, application.pupil, {
        ...props,
        reader: "pupil" as const,
        link: url(paths.pupil.application(application.id)),
      }),
      ...mail(applicationObjected, await application.employers(), {
        ...props,
        reader: "host" as const,
        link: url(paths.employer.applications()),
      }),
      ...mail(applicationObjected, await application.teachers(), {
        ...props,
        reader: "school" as const,
        link: application.classLink,
      }),
    ];
  }),

  // The host knows: it did it. Of a place that was confirmed, the family and the teachers learn of it as well.
  "application.cancelled": aboutApplication(async (application, composer) => {
    const { common, pupilFirstName, className, hostName, period, wasConfirmed: confirmed } = application;
    const placement = { pupilFirstName, className, hostName, period, reason: application.cancelReason };
    const teachers = confirmed ? await application.teachers() : [];
    const guardians = confirmed ? await application.guardians("confirmation") : [];
    return [
      ...mail(applicationCancelled, application.pupil, {
        ...common,
        reason: application.cancelReason,
        confirmed,
        nearby: await application.nearby(),
        link: application.searchLink,
      }),
      ...mailEach(placementCancelled, guardians, (guardian) => ({
        ...placement,
        reader: "guardian" as const,
        link: followUpLink(composer, guardian),
      })),
      ...mail(placementCancelled, teachers, {
        ...placement,
        reader: "school" as const,
        link: application.classLink,
      }),
    ];
  }),

  // One confirmation releases several applications: a host is told once, and not at all where the pupil goes there.
  "application.released": aboutApplication(async (application, { db, url }) => {
    const { released, confirmedHere } = await readTogether(db, application);
    if (confirmedHere || (released[0] && released[0].id !== application.id)) return skip("told_elsewhere");
    return mail(applicationReleased, await application.employers(), {
      offerTitles:
        released.length > 0 ? released.map(({ offerTitle }) => offerTitle) : [application.offerTitle],
      pupilFirstName: application.pupilFirstName,
      link: url(paths.employer.applications()),
    });
  }),

  "application.expired": aboutApplication(async (application) =>
    mail(applicationExpired, application.pupil, await whereElse(application)),
  ),

  // The members of the organisation learn it from `host.detached`.
  "application.closed": aboutApplication(async (application) =>
    mail(applicationClosed, application.pupil, await whereElse(application)),
  ),

  "application.lapsed": aboutApplication(async (application, { url }) => [
    ...mail(applicationLapsedPupil, application.pupil, await whereElse(application)),
    ...mail(applicationLapsedHost, await application.employers(), {
      offerTitle: application.offerTitle,
      pupilFirstName: application.pupilFirstName,
      link: url(paths.employer.applications()),
    }),
  ]),
};
