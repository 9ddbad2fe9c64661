import type { OrganisationProof } from "../../hosts/organisation-proof.ts";

/** An organisation that bears a SIRET, or bore it until a moderator took it away. */
export interface SiretBearer {
  organisationId: string;
  name: string;
  proof: OrganisationProof | null;
  detachedAt: Date | null;
  /** Why it was taken away. */
  reason: string | null;
  members: { personId: string; firstName: string; lastName: string; email: string | null }[];
  published: number;
  /** Applications that wait for an answer or for the pupil’s word. */
  live: number;
  /** Schools of the placements that stand, to be called. */
  schools: { uai: string; name: string; email: string | null; placements: number }[];
}

export interface Detachment {
  id: string;
  siret: string;
  hostName: string;
  reason: string;
  detachedAt: Date;
  reattachedAt: Date | null;
  byFirstName: string | null;
  byLastName: string | null;
}
