import { ageOn, type CalendarDate } from "#app/kernel/calendar-date.ts";

/** Until this birthday representatives are told of each application: compulsory schooling ends there (code de l’éducation, L131-1). */
export const TOLD_OF_APPLICATIONS_UNTIL = 16;
/** Parental authority ends there (code civil, 371-1 and 388): nobody but the pupil is told any more. */
export const ADULT_FROM = 18;

export interface InformedPupil {
  /** Unknown: the pupil counts as one of those who are youngest. */
  birthDate: CalendarDate | null;
  /** The school asks that representatives be told of each application. */
  schoolInforms: boolean;
}

export function isAdult(birthDate: CalendarDate | null, today: CalendarDate): boolean {
  return birthDate !== null && ageOn(birthDate, today) >= ADULT_FROM;
}

/** Whether the representatives are told, on that day: of every confirmation; of applications by age, or when the school asks. */
export function shouldInformGuardians(
  occasion: "application" | "confirmation",
  { birthDate, schoolInforms }: InformedPupil,
  today: CalendarDate,
): boolean {
  if (isAdult(birthDate, today)) return false;
  if (occasion === "confirmation" || schoolInforms || birthDate === null) return true;
  return ageOn(birthDate, today) < TOLD_OF_APPLICATIONS_UNTIL;
}
