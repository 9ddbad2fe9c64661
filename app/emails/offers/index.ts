import { offerPublished } from "./offer-published.tsx";
import { offerReopened } from "./offer-reopened.tsx";

export const offerEmails = [offerPublished, offerReopened];
