import { isLive } from "#app/domain/applications/application.ts";
import {
  getApplicationFacts,
  readTogether,
} from "#app/domain/notifications/compose/application-facts.queries.server.ts";
import { applicationAccepted } from "#app/emails/applications/application-accepted.tsx";
import { applicationAcceptedGuardian } from "#app/emails/applications/application-accepted-guardian.tsx";
import { applicationAnswerReminder } from "#app/emails/applications/application-answer-reminder.tsx";
import { applicationConfirmReminder } from "#app/emails/applications/application-confirm-reminder.tsx";
import { applicationReceived } from "#app/emails/applications/application-received.tsx";
import { applicationRestored } from "#app/emails/applications/application-restored.tsx";
import { applicationSeen } from "#app/emails/applications/application-seen.tsx";
import { applicationSent } from "#app/emails/applications/application-sent.tsx";
import { applicationSentGuardian } from "#app/emails/applications/application-sent-guardian.tsx";
import { applicationTransferred } from "#app/emails/applications/application-transferred.tsx";
import { placementConfirmedGuardian } from "#app/emails/placements/placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "#app/emails/placements/placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "#app/emails/placements/placement-confirmed-pupil.tsx";
import { paths } from "#app/paths.ts";
import { mail, mailEach, skip, type MessageDraft } from "../message-draft.server.ts";
import { aboutApplication, describeApplication, followUpLink } from "../event-subjects.server.ts";
import { endedApplicationHandlers } from "./ended-applications.server.ts";
import { takenBackHandlers } from "./taken-back-acts.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";

type Application = ReturnType<typeof describeApplication>;

/** Above so many a day, an employer reads of new applications in a digest. */
const APPLICATIONS_A_DAY = 3;

/** To the employers, while the application waits for them: one withdrawn or answered meanwhile asks nothing. */
async function toEmployers(
  application: Application,
  { url }: Composer,
  passedOn: boolean,
): Promise<MessageDraft[]> {
  const { waitingUntil, pupilFirstName, schoolTown, period, offerTitle } = application;
  if (!waitingUntil) return [];
  return mail(
    applicationReceived,
    await application.employers(),
    {
      offerTitle,
      pupilFirstName,
      schoolTown,
      period,
      answerBefore: waitingUntil,
      passedOn,
      link: url(paths.employer.application(application.id)),
    },
    { immediatePerDay: APPLICATIONS_A_DAY },
  );
}

export const applicationHandlers: HandlersOf<"application"> = {
  ...endedApplicationHandlers,
  ...takenBackHandlers,

  "application.submitted": aboutApplication(async (application, composer) => {
    const { waitingUntil, pupilFirstName, period, common } = application;
    // Withdrawn in the meantime, it is nothing to follow any more.
    const guardians = isLive(application.status) ? await application.guardians("application") : [];
    return [
      ...mail(applicationSent, application.pupil, {
        ...common,
        answerBefore: waitingUntil,
        link: composer.url(paths.pupil.application(application.id)),
      }),
      ...(await toEmployers(application, composer, false)),
      ...mailEach(applicationSentGuardian, guardians, (guardian) => ({
        ...common,
        pupilFirstName,
        period,
        link: followUpLink(composer, guardian),
      })),
    ];
  }),

  "application.seen": aboutApplication(({ id, waitingUntil, pupil, common }, { url }) =>
    waitingUntil
      ? mail(applicationSeen, pupil, {
          ...common,
          answerBefore: waitingUntil,
          link: url(paths.pupil.application(id)),
        })
      : skip("outdated"),
  ),

  "application.answer_reminder": aboutApplication(async (application, { url }, { day }) => {
    const { id, waitingUntil, pupilFirstName, period, offerTitle } = application;
    if (!waitingUntil) return skip("outdated");
    return mail(applicationAnswerReminder, await application.employers(), {
      day,
      offerTitle,
      pupilFirstName,
      period,
      answerBefore: waitingUntil,
      link: url(paths.employer.application(id)),
    });
  }),

  "application.restored": aboutApplication(async (application, { url }) => {
    const { id, waitingUntil, pupilFirstName, schoolTown, period, offerTitle } = application;
    if (!waitingUntil) return skip("outdated");
    return mail(applicationRestored, await application.employers(), {
      offerTitle,
      pupilFirstName,
      schoolTown,
      period,
      answerBefore: waitingUntil,
      link: url(paths.employer.application(id)),
    });
  }),

  // The same organisation answers at the other offer: for its employers, the new application is one received.
  "application.transferred": aboutApplication(async ({ pupil, common }, composer, { newApplicationId }) => {
    const facts = await getApplicationFacts(composer.db, newApplicationId);
    if (!facts) return skip("subject_gone");
    const moved = describeApplication(composer, facts);
    return [
      ...mail(applicationTransferred, pupil, {
        offerTitle: common.offerTitle,
        hostName: common.hostName,
        answerBefore: moved.waitingUntil,
        newOfferTitle: moved.offerTitle,
        newTown: moved.common.town,
        link: composer.url(paths.pupil.application(newApplicationId)),
      }),
      ...(await toEmployers(moved, composer, true)),
    ];
  }),

  "application.accepted": aboutApplication(async (application, composer) => {
    const { id, confirmableUntil: confirmBefore, pupil, pupilFirstName, period, common } = application;
    if (!confirmBefore) return skip("outdated");
    return [
      ...mail(applicationAccepted, pupil, {
        ...common,
        period,
        confirmBefore,
        link: composer.url(paths.pupil.application(id)),
      }),
      ...mailEach(applicationAcceptedGuardian, await application.guardians("application"), (guardian) => ({
        ...common,
        pupilFirstName,
        period,
        confirmBefore,
        link: followUpLink(composer, guardian),
      })),
    ];
  }),

  "application.confirm_reminder": aboutApplication(
    ({ id, confirmableUntil, pupil, period, common }, { url }) =>
      confirmableUntil
        ? mail(applicationConfirmReminder, pupil, {
            ...common,
            period,
            confirmBefore: confirmableUntil,
            link: url(paths.pupil.application(id)),
          })
        : skip("outdated"),
  ),

  // The teachers of the class are written to on "agreement.completed", when they have something to do.
  "application.confirmed": aboutApplication(async (application, composer) => {
    const { id, common, sheet, period, pupilFirstName } = application;
    const { released } = await readTogether(composer.db, application);
    return [
      ...mail(placementConfirmedPupil, application.pupil, {
        ...sheet,
        link: composer.url(paths.pupil.application(id)),
      }),
      ...mail(placementConfirmedHost, await application.employers(), {
        offerTitle: common.offerTitle,
        pupilFirstName,
        period,
        alsoClosed: released.length,
        schoolWords: [application.pupilClass?.announcement, application.pupilClass?.instructions].flatMap(
          (words) => words ?? [],
        ),
        schoolPhone: application.pupilClass?.phone ?? null,
        link: composer.url(paths.employer.application(id)),
      }),
      ...mailEach(placementConfirmedGuardian, await application.guardians("confirmation"), (guardian) => ({
        ...common,
        pupilFirstName,
        period,
        hours: sheet.hours,
        link: followUpLink(composer, guardian),
      })),
    ];
  }),
};
