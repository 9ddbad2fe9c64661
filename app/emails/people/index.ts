import { addressSuppressed } from "./address-suppressed.tsx";
import { helpRequested } from "./help-requested.tsx";
import { purgeAnnounced } from "./purge-announced.tsx";

export const peopleEmails = [addressSuppressed, helpRequested, purgeAnnounced];
