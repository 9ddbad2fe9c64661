import { pupilEncouragedEmail } from "./pupil-encouraged.tsx";
import { pupilEntrustedEmail } from "./pupil-entrusted.tsx";

export const pupilEmails = [pupilEntrustedEmail, pupilEncouragedEmail];
