import { alertMatched } from "./alert-matched.tsx";

export const alertEmails = [alertMatched];
