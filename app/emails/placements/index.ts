import { placementAbsence } from "./placement-absence.tsx";
import { placementAccident } from "./placement-accident.tsx";
import { placementCancelled } from "./placement-cancelled.tsx";
import { placementConfirmedGuardian } from "./placement-confirmed-guardian.tsx";
import { placementConfirmedHost } from "./placement-confirmed-host.tsx";
import { placementConfirmedPupil } from "./placement-confirmed-pupil.tsx";
import { placementDayBefore } from "./placement-day-before.tsx";
import { placementEndedHost } from "./placement-ended-host.tsx";
import { placementEndedPupil } from "./placement-ended-pupil.tsx";
import { placementFirstDayHost } from "./placement-first-day-host.tsx";
import { placementFirstDayPupil } from "./placement-first-day-pupil.tsx";
import { placementLastDayHost } from "./placement-last-day-host.tsx";
import { placementReportLifted } from "./placement-report-lifted.tsx";
import { placementWeekBefore } from "./placement-week-before.tsx";
import { supervisorLinkEmail } from "./supervisor-link.tsx";

export const placementEmails = [
  placementAbsence,
  placementAccident,
  placementCancelled,
  placementConfirmedGuardian,
  placementConfirmedHost,
  placementConfirmedPupil,
  placementDayBefore,
  placementEndedHost,
  placementEndedPupil,
  placementFirstDayHost,
  placementFirstDayPupil,
  placementLastDayHost,
  placementReportLifted,
  placementWeekBefore,
  supervisorLinkEmail,
];
