import type { Role } from "./actor.ts";

export interface Account {
  firstName: string;
  lastName: string;
  email: string | null;
  affiliations: { role: Role; place: string | null }[];
}

export interface FoundAccount extends Account {
  personId: string;
  hasSecondFactor: boolean;
  openSessions: number;
}
