import { hostClaimAnsweredEmail } from "./host-claim-answered.tsx";
import { hostClaimedEmail } from "./host-claimed.tsx";
import { siretDetachedEmail } from "./siret-detached.tsx";
import { siretReattachedEmail } from "./siret-reattached.tsx";

export const hostEmails = [
  hostClaimedEmail,
  hostClaimAnsweredEmail,
  siretDetachedEmail,
  siretReattachedEmail,
];
