import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { staffSubject } from "#app/emails/staff-subject.ts";

interface About {
  reader: "pupil" | "host" | "school" | "guardian";
  pupilFirstName: string;
  hostName: string;
}

interface Words {
  /** For the adults of the school, in front of whom it concerns. */
  staff: string;
  others: string;
  /** Of an act that is asked: the day before which it is to be done. */
  dueBefore?: CalendarDate | null;
}

/**
 * Tells agreements apart in a list of e-mails. Those who follow many pupils read the first name, the pupil reads the host; a
 * representative, whose telephone shows subjects to others, neither.
 */
export function agreementSubject(about: About, { staff, others, dueBefore }: Words): string {
  const { reader, pupilFirstName, hostName } = about;
  switch (reader) {
    case "school":
      return staffSubject(staff, about, dueBefore);
    case "host":
      return `${pupilFirstName}, stage de seconde : ${others}`;
    case "pupil":
      return `${hostName} : ${others}`;
    case "guardian":
      return `Stage de seconde : ${others}`;
  }
}
