import { organisationsOf, type Actor } from "../accounts/actor.ts";

interface OwnedOffer {
  status: string;
  organisationId: string | null;
  createdBy: string | null;
}

/** A draft belongs to its author; what is published belongs to the organisation, all its members alike. */
export function canManageOffer(actor: Actor, offer: OwnedOffer): boolean {
  if (offer.status === "draft") return offer.createdBy === actor.personId;
  return offer.organisationId !== null && organisationsOf(actor).includes(offer.organisationId);
}
