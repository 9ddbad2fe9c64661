import { guardianCode } from "./guardian-code.tsx";
import { guardianLink } from "./guardian-link.tsx";

export const guardianEmails = [guardianCode, guardianLink];
