export interface Colleague {
  personId: string;
  firstName: string;
  lastName: string;
  email: string | null;
}

export interface Team {
  organisationId: string;
  name: string;
  members: Colleague[];
  /** People who ask to be let in, the first to ask first. */
  claims: (Colleague & { claimedAt: Date })[];
}
