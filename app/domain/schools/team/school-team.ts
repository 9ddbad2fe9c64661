import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { StaffRole } from "../../accounts/actor.ts";

export interface Member {
  personId: string;
  firstName: string;
  lastName: string;
  email: string | null;
  role: StaffRole;
  /** The day on which the access ends, when it is known. */
  endsOn: CalendarDate | null;
}

/** Someone with a proven address who asks to come in. */
export interface JoinRequest {
  requestId: string;
  email: string;
  role: StaffRole;
}

export interface SchoolTeam {
  uai: string;
  name: string;
  members: Member[];
  requests: JoinRequest[];
  /** Invitations that nobody has answered yet. */
  invited: { email: string; role: StaffRole; expiresAt: Date; classNames: string[] }[];
}
