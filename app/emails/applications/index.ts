import { applicationAccepted } from "./application-accepted.tsx";
import { applicationAcceptedGuardian } from "./application-accepted-guardian.tsx";
import { applicationAnswerReminder } from "./application-answer-reminder.tsx";
import { applicationCancelled } from "./application-cancelled.tsx";
import { applicationClosed } from "./application-closed.tsx";
import { applicationConfirmReminder } from "./application-confirm-reminder.tsx";
import { applicationDeclineTakenBack } from "./application-decline-taken-back.tsx";
import { applicationDeclined } from "./application-declined.tsx";
import { applicationExpired } from "./application-expired.tsx";
import { applicationLapsedHost } from "./application-lapsed-host.tsx";
import { applicationLapsedPupil } from "./application-lapsed-pupil.tsx";
import { applicationObjected } from "./application-objected.tsx";
import { applicationObjectionTakenBack } from "./application-objection-taken-back.tsx";
import { applicationReceived } from "./application-received.tsx";
import { applicationReleased } from "./application-released.tsx";
import { applicationRestored } from "./application-restored.tsx";
import { applicationSeen } from "./application-seen.tsx";
import { applicationSentGuardian } from "./application-sent-guardian.tsx";
import { applicationSent } from "./application-sent.tsx";
import { applicationTransferred } from "./application-transferred.tsx";
import { applicationWithdrawn } from "./application-withdrawn.tsx";

export const applicationEmails = [
  applicationAccepted,
  applicationAcceptedGuardian,
  applicationAnswerReminder,
  applicationCancelled,
  applicationClosed,
  applicationConfirmReminder,
  applicationDeclineTakenBack,
  applicationDeclined,
  applicationExpired,
  applicationLapsedHost,
  applicationLapsedPupil,
  applicationObjected,
  applicationObjectionTakenBack,
  applicationReceived,
  applicationReleased,
  applicationRestored,
  applicationSeen,
  applicationSentGuardian,
  applicationSent,
  applicationTransferred,
  applicationWithdrawn,
];
