import { addressSuppressed } from "./address-suppressed.tsx";
import { helpRequested } from "./help-requested.tsx";
import { accountExpiring } from "./account-expiring.tsx";
import { purgeAnnounced } from "./purge-announced.tsx";

export const peopleEmails = [accountExpiring, addressSuppressed, helpRequested, purgeAnnounced];
