import { offerPublished } from "#app/emails/offer-published.tsx";
import { paths } from "#app/paths.ts";
import { mail, nobody } from "../compose.server.ts";
import { aboutOffer } from "../event-subjects.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const offerHandlers: HandlersOf<"offer"> = {
  "offer.published": aboutOffer((offer, { url }) =>
    mail(offerPublished, offer.author, { ...offer.told, link: url(paths.employer.offer(offer.id)) }),
  ),

  "offer.reopened": () => Promise.resolve(nobody("nobody_concerned")),
};
