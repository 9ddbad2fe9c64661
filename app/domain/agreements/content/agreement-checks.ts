import { isSiret } from "../../hosts/siret.ts";
import { checkHours, hasHoursError, type ScheduledAgreement } from "../../hours/check-hours.ts";
import type { HoursFinding } from "../../hours/hours-rules.ts";
import {
  missingHostFields,
  missingSchoolFields,
  type AgreementContent,
  type HostField,
  type SchoolField,
} from "./agreement-content.ts";

/** What the service verifies by itself, before the teacher reads. */
export interface AgreementChecks {
  missingHost: HostField[];
  missingSchool: SchoolField[];
  /** Over all the agreements of the pupil. */
  hours: HoursFinding[];
  siretIsValid: boolean;
  /** Told, never blocking: the school's board votes when it can. */
  boardDeliberationMissing: boolean;
}

export function checkAgreement(
  content: AgreementContent,
  otherAgreements: readonly ScheduledAgreement[],
): AgreementChecks {
  return {
    missingHost: missingHostFields(content),
    missingSchool: missingSchoolFields(content),
    hours: checkHours({
      ...scheduleOf(content),
      birthDate: content.pupil.birthDate,
      otherAgreements,
    }),
    siretIsValid: isSiret(content.host.siret),
    boardDeliberationMissing: content.boardDeliberationOn === null,
  };
}

/** Whether a teacher may vouch for this content: nothing missing, no hour against the law. */
export function isLawful(checks: AgreementChecks): boolean {
  return checks.missingHost.length === 0 && checks.missingSchool.length === 0 && !hasHoursError(checks.hours);
}

export function scheduleOf(
  content: Pick<AgreementContent, "startsOn" | "endsOn" | "hoursGrid">,
): ScheduledAgreement {
  return { grid: content.hoursGrid, startsOn: content.startsOn, endsOn: content.endsOn };
}
