import type { StaffRole } from "../../accounts/actor.ts";

export interface Member {
  personId: string;
  firstName: string;
  lastName: string;
  email: string | null;
  role: StaffRole;
}

export interface SchoolTeam {
  uai: string;
  name: string;
  members: Member[];
  /** Invitations that nobody has answered yet. */
  invited: { email: string; role: StaffRole; expiresAt: Date }[];
}
