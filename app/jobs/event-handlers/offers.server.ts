import { listWatchers } from "#app/domain/notifications/offer-facts.queries.server.ts";
import { offerPublished } from "#app/emails/offers/offer-published.tsx";
import { offerReopened } from "#app/emails/offers/offer-reopened.tsx";
import { paths } from "#app/paths.ts";
import { mail, skip } from "../compose.server.ts";
import { aboutOffer } from "../event-subjects.server.ts";
import type { HandlersOf } from "./event-handler.ts";

export const offerHandlers: HandlersOf<"offer"> = {
  "offer.published": aboutOffer(({ id, title, town, author }, { url }) =>
    mail(offerPublished, author, { offerTitle: title, town, link: url(paths.employer.offer(id)) }),
  ),

  "offer.reopened": aboutOffer(async ({ id, title, open, hostName, town }, { db, url }) => {
    if (!open) return skip("outdated"); // Full again before anyone was told.
    const link = url(paths.offer(id));
    return mail(offerReopened, await listWatchers(db, id), { offerTitle: title, hostName, town, link });
  }),
};
