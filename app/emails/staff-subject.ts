import { frenchDate, type CalendarDate } from "#app/kernel/calendar-date.ts";

interface Matter {
  /** Nothing more of a minor enters a subject. */
  pupilFirstName: string;
  hostName?: string;
}

/**
 * The one form of the subjects that teachers, offices and heads receive about a pupil, so that a list of e-mails sorts itself:
 * "À valider avant le 12 juin : Lina, Boulangerie Martin". Without day, nothing presses.
 */
export function staffSubject(
  what: string,
  { pupilFirstName, hostName }: Matter,
  dueBefore: CalendarDate | null = null,
): string {
  const due = dueBefore === null ? "" : ` avant le ${frenchDate(dueBefore, { year: false })}`;
  return `${what}${due} : ${hostName === undefined ? pupilFirstName : `${pupilFirstName}, ${hostName}`}`;
}
