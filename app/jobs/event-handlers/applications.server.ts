import { applicationAccepted } from "#app/emails/application-accepted.tsx";
import { applicationDeclined } from "#app/emails/application-declined.tsx";
import { applicationExpired } from "#app/emails/application-expired.tsx";
import { applicationLapsedHost } from "#app/emails/application-lapsed-host.tsx";
import { applicationLapsedPupil } from "#app/emails/application-lapsed-pupil.tsx";
import { applicationReceived } from "#app/emails/application-received.tsx";
import { applicationReleased } from "#app/emails/application-released.tsx";
import { applicationSent } from "#app/emails/application-sent.tsx";
import { applicationWithdrawn } from "#app/emails/application-withdrawn.tsx";
import { placementConfirmedGuardian } from "#app/emails/placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "#app/emails/placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "#app/emails/placement-confirmed-pupil.tsx";
import { paths } from "#app/paths.ts";
import { mail, nobody } from "../compose.server.ts";
import { aboutApplication } from "../event-subjects.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const applicationHandlers: HandlersOf<"application"> = {
  "application.submitted": aboutApplication(async (application, { url }) => {
    const { waitingUntil, pupilFirstName, schoolTown, period, told } = application;
    const link = url(paths.pupil.application(application.id));
    const toPupil = mail(applicationSent, application.pupil, { ...told, answerBefore: waitingUntil, link });
    if (!waitingUntil) return toPupil; // Withdrawn or answered already: the host has nothing left to do.
    return [
      ...toPupil,
      ...mail(applicationReceived, await application.employers(), {
        ...{ offerTitle: told.offerTitle, pupilFirstName, schoolTown, period, answerBefore: waitingUntil },
        link: url(paths.employer.application(application.id)),
      }),
    ];
  }),

  "application.declined": aboutApplication((application, { url }) =>
    mail(applicationDeclined, application.pupil, {
      ...application.told,
      reason: application.declineReason,
      link: url(paths.offers(application.nearSchool)),
    }),
  ),

  "application.accepted": aboutApplication(({ confirmableUntil, ...application }, { url }) =>
    confirmableUntil
      ? mail(applicationAccepted, application.pupil, {
          ...application.told,
          period: application.period,
          confirmBefore: confirmableUntil,
          link: url(paths.pupil.application(application.id)),
        })
      : [],
  ),

  "application.confirmed": aboutApplication(async (application, { url }) => {
    const { told, practical, period, pupilFirstName } = application;
    return [
      ...mail(placementConfirmedPupil, application.pupil, {
        ...{ ...told, ...practical, period },
        link: url(paths.pupil.application(application.id)),
      }),
      ...mail(placementConfirmedHost, await application.employers(), {
        ...{ offerTitle: told.offerTitle, pupilFirstName, period },
        link: url(paths.employer.application(application.id)),
      }),
      ...mail(placementConfirmedGuardian, await application.guardians(), {
        ...{ ...told, pupilFirstName, period, hours: practical.hours },
        link: url(paths.help()),
      }),
    ];
  }),

  "application.withdrawn": aboutApplication(async (application, { url }) =>
    mail(applicationWithdrawn, await application.employers(), {
      offerTitle: application.told.offerTitle,
      pupilFirstName: application.pupilFirstName,
      link: url(paths.employer.applications()),
    }),
  ),

  "application.released": aboutApplication(async (application, { url }) =>
    mail(applicationReleased, await application.employers(), {
      offerTitle: application.told.offerTitle,
      pupilFirstName: application.pupilFirstName,
      link: url(paths.employer.applications()),
    }),
  ),

  "application.expired": aboutApplication((application, { url }) =>
    mail(applicationExpired, application.pupil, {
      ...application.told,
      link: url(paths.offers(application.nearSchool)),
    }),
  ),

  "application.lapsed": aboutApplication(async (application, { url }) => [
    ...mail(applicationLapsedPupil, application.pupil, {
      ...application.told,
      link: url(paths.offers(application.nearSchool)),
    }),
    ...mail(applicationLapsedHost, await application.employers(), {
      offerTitle: application.told.offerTitle,
      pupilFirstName: application.pupilFirstName,
      link: url(paths.employer.applications()),
    }),
  ]),

  "application.seen": () => Promise.resolve(nobody("nobody_concerned")),
  "application.answer_reminder": () => Promise.resolve(nobody("nobody_concerned")),
  "application.confirm_reminder": () => Promise.resolve(nobody("nobody_concerned")),
  "application.cancelled": () => Promise.resolve(nobody("nobody_concerned")),
  "application.transferred": () => Promise.resolve(nobody("nobody_concerned")),
  "application.objected": () => Promise.resolve(nobody("nobody_concerned")),
  "application.restored": () => Promise.resolve(nobody("nobody_concerned")),
};
