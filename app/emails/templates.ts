import { addressSuppressed } from "./address-suppressed.tsx";
import { agreementCancelled } from "./agreement-cancelled.tsx";
import { agreementChangesRequested } from "./agreement-changes-requested.tsx";
import { agreementSigned } from "./agreement-signed.tsx";
import { agreementToComplete } from "./agreement-to-complete.tsx";
import { agreementToSign } from "./agreement-to-sign.tsx";
import { agreementToValidate } from "./agreement-to-validate.tsx";
import { agreementValidated } from "./agreement-validated.tsx";
import { alertMatched } from "./alert-matched.tsx";
import { applicationAccepted } from "./application-accepted.tsx";
import { applicationAnswerReminder } from "./application-answer-reminder.tsx";
import { applicationCancelled } from "./application-cancelled.tsx";
import { applicationConfirmReminder } from "./application-confirm-reminder.tsx";
import { applicationDeclined } from "./application-declined.tsx";
import { applicationExpired } from "./application-expired.tsx";
import { applicationLapsedHost } from "./application-lapsed-host.tsx";
import { applicationLapsedPupil } from "./application-lapsed-pupil.tsx";
import { applicationObjected } from "./application-objected.tsx";
import { applicationReceived } from "./application-received.tsx";
import { applicationReleased } from "./application-released.tsx";
import { applicationRestored } from "./application-restored.tsx";
import { applicationSeen } from "./application-seen.tsx";
import { applicationSentGuardian } from "./application-sent-guardian.tsx";
import { applicationSent } from "./application-sent.tsx";
import { applicationTransferred } from "./application-transferred.tsx";
import { applicationWithdrawn } from "./application-withdrawn.tsx";
import { dailyDigest } from "./daily-digest.tsx";
import { guardianCode } from "./guardian-code.tsx";
import { guardianLink } from "./guardian-link.tsx";
import { helpRequested } from "./help-requested.tsx";
import { offerPublished } from "./offer-published.tsx";
import { offerReopened } from "./offer-reopened.tsx";
import { placementAbsence, placementAccident } from "./placement-alert.tsx";
import { placementCancelled } from "./placement-cancelled.tsx";
import { placementConfirmedGuardian } from "./placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "./placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "./placement-confirmed-pupil.tsx";
import { placementDayBefore } from "./placement-day-before.tsx";
import { placementEndedHost } from "./placement-ended-host.tsx";
import { placementEndedPupil } from "./placement-ended-pupil.tsx";
import { placementFirstDayHost } from "./placement-first-day-host.tsx";
import { placementFirstDayPupil } from "./placement-first-day-pupil.tsx";
import { placementWeekBefore } from "./placement-week-before.tsx";
import { purgeAnnounced } from "./purge-announced.tsx";
import type { EmailTemplate } from "./template.ts";

/** Every letter that the service writes, by the name kept with each message sent. */
const registry = {
  "address-suppressed": addressSuppressed,
  "agreement-cancelled": agreementCancelled,
  "agreement-changes-requested": agreementChangesRequested,
  "agreement-signed": agreementSigned,
  "agreement-to-complete": agreementToComplete,
  "agreement-to-sign": agreementToSign,
  "agreement-to-validate": agreementToValidate,
  "agreement-validated": agreementValidated,
  "alert-matched": alertMatched,
  "application-accepted": applicationAccepted,
  "application-answer-reminder": applicationAnswerReminder,
  "application-cancelled": applicationCancelled,
  "application-confirm-reminder": applicationConfirmReminder,
  "application-declined": applicationDeclined,
  "application-expired": applicationExpired,
  "application-lapsed-host": applicationLapsedHost,
  "application-lapsed-pupil": applicationLapsedPupil,
  "application-objected": applicationObjected,
  "application-received": applicationReceived,
  "application-released": applicationReleased,
  "application-restored": applicationRestored,
  "application-seen": applicationSeen,
  "application-sent": applicationSent,
  "application-sent-guardian": applicationSentGuardian,
  "application-transferred": applicationTransferred,
  "application-withdrawn": applicationWithdrawn,
  "daily-digest": dailyDigest(null),
  "guardian-code": guardianCode,
  "guardian-link": guardianLink,
  "help-requested": helpRequested,
  "offer-published": offerPublished,
  "offer-reopened": offerReopened,
  "placement-absence": placementAbsence,
  "placement-accident": placementAccident,
  "placement-cancelled": placementCancelled,
  "placement-confirmed-guardian": placementConfirmedGuardian,
  "placement-confirmed-host": placementConfirmedHost,
  "placement-confirmed-pupil": placementConfirmedPupil,
  "placement-day-before": placementDayBefore,
  "placement-ended-host": placementEndedHost,
  "placement-ended-pupil": placementEndedPupil,
  "placement-first-day-host": placementFirstDayHost,
  "placement-first-day-pupil": placementFirstDayPupil,
  "placement-week-before": placementWeekBefore,
  "purge-announced": purgeAnnounced,
};

export type TemplateName = keyof typeof registry;

/** What each template is given. */
export type PropsByName = {
  [Name in TemplateName]: (typeof registry)[Name] extends EmailTemplate<infer Props> ? Props : never;
};

export const templates: { [Name in TemplateName]: EmailTemplate<PropsByName[Name]> } = registry;
