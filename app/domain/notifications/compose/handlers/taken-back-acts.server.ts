import { isLive } from "#app/domain/applications/application.ts";
import { applicationDeclineTakenBack } from "#app/emails/applications/application-decline-taken-back.tsx";
import { applicationObjectionTakenBack } from "#app/emails/applications/application-objection-taken-back.tsx";
import { paths } from "#app/paths.ts";
import { mail, skip } from "../message-draft.server.ts";
import { aboutApplication } from "../event-subjects.server.ts";
import type { HandlersOf } from "#app/domain/notifications/compose/composer.ts";

type TakenBack = "decline_taken_back" | "objection_taken_back";

/** An end that was told, and is no end any more: those who were told are told again. */
export const takenBackHandlers: Pick<HandlersOf<"application">, `application.${TakenBack}`> = {
  "application.decline_taken_back": aboutApplication(({ id, waitingUntil, pupil, common }, { url }) =>
    waitingUntil
      ? mail(applicationDeclineTakenBack, pupil, {
          offerTitle: common.offerTitle,
          hostName: common.hostName,
          answerBefore: waitingUntil,
          link: url(paths.pupil.application(id)),
        })
      : skip("outdated"),
  ),

  "application.objection_taken_back": aboutApplication(async (application, { url }) => {
    const { id, status, common, pupilFirstName, className } = application;
    if (!isLive(status)) return skip("outdated");
    const { offerTitle, hostName } = common;
    const props = { offerTitle, hostName, pupilFirstName, className, accepted: status === "accepted" };
    return [
      ...mail(applicationObjectionTakenBack, application.pupil, {
        ...props,
        reader: "pupil" as const,
        link: url(paths.pupil.application(id)),
      }),
      ...mail(applicationObjectionTakenBack, await application.employers(), {
        ...props,
        reader: "host" as const,
        link: url(paths.employer.application(id)),
      }),
      ...mail(applicationObjectionTakenBack, await application.teachers(), {
        ...props,
        reader: "school" as const,
        link: application.classLink,
      }),
    ];
  }),
};
