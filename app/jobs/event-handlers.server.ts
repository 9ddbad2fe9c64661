import { agreementChangesRequested } from "#app/emails/agreement-changes-requested.tsx";
import { agreementToComplete } from "#app/emails/agreement-to-complete.tsx";
import { agreementToValidate } from "#app/emails/agreement-to-validate.tsx";
import { agreementValidated } from "#app/emails/agreement-validated.tsx";
import { applicationAccepted } from "#app/emails/application-accepted.tsx";
import { applicationDeclined } from "#app/emails/application-declined.tsx";
import { applicationExpired } from "#app/emails/application-expired.tsx";
import { applicationLapsedHost } from "#app/emails/application-lapsed-host.tsx";
import { applicationLapsedPupil } from "#app/emails/application-lapsed-pupil.tsx";
import { applicationReceived } from "#app/emails/application-received.tsx";
import { applicationReleased } from "#app/emails/application-released.tsx";
import { applicationSent } from "#app/emails/application-sent.tsx";
import { applicationWithdrawn } from "#app/emails/application-withdrawn.tsx";
import { offerPublished } from "#app/emails/offer-published.tsx";
import { placementConfirmedGuardian } from "#app/emails/placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "#app/emails/placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "#app/emails/placement-confirmed-pupil.tsx";
import type { DomainEventType, EventOf } from "#app/domain/notifications/domain-event.ts";
import { paths } from "#app/paths.ts";
import { mail, type Draft } from "./compose.server.ts";
import { aboutAgreement, aboutApplication, aboutOffer, type Composer } from "./event-subjects.server.ts";

type EventHandlers = {
  [Type in DomainEventType]: (composer: Composer, event: EventOf<Type>) => Promise<Draft[]>;
};

/**
 * What is told to whom when something happens. An event type without its line here does not compile:
 * an event that nobody is told of says so by an empty list.
 */
export const eventHandlers: EventHandlers = {
  "offer.published": aboutOffer((offer, { url }) =>
    mail(offerPublished, offer.author, { ...offer.told, link: url(paths.employer.offer(offer.id)) }),
  ),

  "offer.reopened": () => Promise.resolve([]),
  "help.requested": () => Promise.resolve([]),
  "guardian.code_requested": () => Promise.resolve([]),
  "guardian.link_requested": () => Promise.resolve([]),
  "application.seen": () => Promise.resolve([]),
  "application.cancelled": () => Promise.resolve([]),
  "application.transferred": () => Promise.resolve([]),

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

  // The teachers of the class are told by "agreement.completed", when they have something to do.
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

  "agreement.to_complete": aboutAgreement(async (agreement, { url }, { addressee }) =>
    mail(agreementToComplete, await agreement.side(addressee), {
      ...{ ...agreement.told, addressee },
      link: url(agreement.pathFor(addressee)),
    }),
  ),

  "agreement.completed": aboutAgreement(async (agreement, { url }) =>
    mail(agreementToValidate, await agreement.validators(), {
      ...agreement.told,
      link: url(agreement.pathFor("school")),
    }),
  ),

  "agreement.changes_requested": aboutAgreement(async (agreement, { url }, { addressee }) =>
    mail(agreementChangesRequested, await agreement.side(addressee), {
      ...{ ...agreement.told, addressee },
      link: url(agreement.pathFor(addressee)),
    }),
  ),

  "agreement.validated": aboutAgreement(async ({ id, told, pupil, ...agreement }, { url }) => [
    ...mail(agreementValidated, pupil, {
      ...{ ...told, reader: "pupil" as const },
      link: url(paths.pupil.agreementPdf(id)),
    }),
    ...mail(agreementValidated, await agreement.side("host"), {
      ...{ ...told, reader: "host" as const },
      link: url(paths.employer.agreementPdf(id)),
    }),
    ...mail(agreementValidated, await agreement.heads(), {
      ...{ ...told, reader: "school" as const },
      link: url(paths.school.agreementPdf(id)),
    }),
  ]),
};
