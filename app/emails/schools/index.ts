import { schoolHeadDigestEmail } from "./school-head-digest.tsx";
import { schoolJoinRefusedEmail } from "./school-join-refused.tsx";
import { schoolJoinRequestedEmail } from "./school-join-requested.tsx";

export const schoolEmails = [schoolJoinRequestedEmail, schoolJoinRefusedEmail, schoolHeadDigestEmail];
