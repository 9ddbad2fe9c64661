import { pupilEntrustedEmail } from "./pupil-entrusted.tsx";

export const pupilEmails = [pupilEntrustedEmail];
