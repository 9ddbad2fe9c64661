import { addressSuppressed } from "./people/address-suppressed.tsx";
import { agreementCancelled } from "./agreements/agreement-cancelled.tsx";
import { agreementChangesRequested } from "./agreements/agreement-changes-requested.tsx";
import { agreementSigned } from "./agreements/agreement-signed.tsx";
import { agreementToComplete } from "./agreements/agreement-to-complete.tsx";
import { agreementToSign } from "./agreements/agreement-to-sign.tsx";
import { agreementToValidate } from "./agreements/agreement-to-validate.tsx";
import { agreementValidated } from "./agreements/agreement-validated.tsx";
import { alertMatched } from "./alerts/alert-matched.tsx";
import { applicationAccepted } from "./applications/application-accepted.tsx";
import { applicationAnswerReminder } from "./applications/application-answer-reminder.tsx";
import { applicationCancelled } from "./applications/application-cancelled.tsx";
import { applicationConfirmReminder } from "./applications/application-confirm-reminder.tsx";
import { applicationDeclined } from "./applications/application-declined.tsx";
import { applicationExpired } from "./applications/application-expired.tsx";
import { applicationLapsedHost } from "./applications/application-lapsed-host.tsx";
import { applicationLapsedPupil } from "./applications/application-lapsed-pupil.tsx";
import { applicationObjected } from "./applications/application-objected.tsx";
import { applicationReceived } from "./applications/application-received.tsx";
import { applicationReleased } from "./applications/application-released.tsx";
import { applicationRestored } from "./applications/application-restored.tsx";
import { applicationSeen } from "./applications/application-seen.tsx";
import { applicationSentGuardian } from "./applications/application-sent-guardian.tsx";
import { applicationSent } from "./applications/application-sent.tsx";
import { applicationTransferred } from "./applications/application-transferred.tsx";
import { applicationWithdrawn } from "./applications/application-withdrawn.tsx";
import { dailyDigest } from "./digest/daily-digest.tsx";
import { guardianCode } from "./guardians/guardian-code.tsx";
import { guardianLink } from "./guardians/guardian-link.tsx";
import { helpRequested } from "./people/help-requested.tsx";
import { offerPublished } from "./offers/offer-published.tsx";
import { offerReopened } from "./offers/offer-reopened.tsx";
import { placementAbsence, placementAccident } from "./placements/placement-alert.tsx";
import { placementCancelled } from "./placements/placement-cancelled.tsx";
import { placementConfirmedGuardian } from "./placements/placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "./placements/placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "./placements/placement-confirmed-pupil.tsx";
import { placementDayBefore } from "./placements/placement-day-before.tsx";
import { placementEndedHost } from "./placements/placement-ended-host.tsx";
import { placementEndedPupil } from "./placements/placement-ended-pupil.tsx";
import { placementFirstDayHost } from "./placements/placement-first-day-host.tsx";
import { placementFirstDayPupil } from "./placements/placement-first-day-pupil.tsx";
import { placementWeekBefore } from "./placements/placement-week-before.tsx";
import { purgeAnnounced } from "./people/purge-announced.tsx";
import type { EmailTemplate } from "./email-template.ts";

/** Every e-mail that the service writes, by the name kept with each message sent. */
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
