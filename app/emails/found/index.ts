import { foundAskedEmail } from "./found-asked.tsx";
import { foundConfirmedEmail } from "./found-confirmed.tsx";
import { foundEndedEmail } from "./found-ended.tsx";

export const foundEmails = [foundAskedEmail, foundConfirmedEmail, foundEndedEmail];
