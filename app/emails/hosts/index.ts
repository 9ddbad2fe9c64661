import { hostClaimAnsweredEmail } from "./host-claim-answered.tsx";
import { hostClaimedEmail } from "./host-claimed.tsx";

export const hostEmails = [hostClaimedEmail, hostClaimAnsweredEmail];
