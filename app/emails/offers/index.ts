import { offerPublished } from "./offer-published.tsx";
import { offerRejected } from "./offer-rejected.tsx";
import { offerReopened } from "./offer-reopened.tsx";

export const offerEmails = [offerPublished, offerRejected, offerReopened];
