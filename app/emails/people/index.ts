import { addressSuppressed } from "./address-suppressed.tsx";
import { erasureRequested } from "./erasure-requested.tsx";
import { accountExpiring } from "./account-expiring.tsx";
import { purgeAnnounced } from "./purge-announced.tsx";

export const peopleEmails = [accountExpiring, addressSuppressed, erasureRequested, purgeAnnounced];
