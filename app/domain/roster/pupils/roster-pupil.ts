import type { CalendarDate } from "#app/kernel/calendar-date.ts";

export interface RosterGuardian {
  name: string;
  email: string | null;
  phone: string | null;
}

/** A pupil as a file tells of them. */
export interface RosterPupil {
  line: number;
  lastName: string;
  firstName: string;
  birthDate: CalendarDate;
  className: string | null;
  /** By which the school's software knows them; null when the file has none. */
  number: string | null;
  /** National number: hashed before anything is written. */
  ine: string | null;
  guardians: RosterGuardian[];
  formTeacher: string | null;
  referentTeacher: string | null;
}
