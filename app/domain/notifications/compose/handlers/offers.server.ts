import { listWatchers } from "#app/domain/notifications/compose/offer-facts.queries.server.ts";
import { offerPublished } from "#app/emails/offers/offer-published.tsx";
import { offerRejected } from "#app/emails/offers/offer-rejected.tsx";
import { offerReopened } from "#app/emails/offers/offer-reopened.tsx";
import { paths } from "#app/paths.ts";
import { mail, skip } from "../message-draft.server.ts";
import { aboutOffer } from "../event-subjects.server.ts";
import type { HandlersOf } from "#app/domain/notifications/compose/composer.ts";

export const offerHandlers: HandlersOf<"offer"> = {
  "offer.published": aboutOffer(({ id, title, town, author }, { url }) =>
    mail(offerPublished, author, { offerTitle: title, town, link: url(paths.employer.offer(id)) }),
  ),

  "offer.rejected": aboutOffer(({ id, title, town, explanation, author }, { url }) => {
    if (explanation === null) return skip("outdated"); // Corrected before anyone was told.
    const link = url(paths.employer.offer(id));
    return mail(offerRejected, author, { offerTitle: title, town, explanation, link });
  }),

  "offer.reopened": aboutOffer(async ({ id, title, open, hostName, town }, { db, url }) => {
    if (!open) return skip("outdated"); // Full again before anyone heard of it.
    const link = url(paths.offer(id));
    return mail(offerReopened, await listWatchers(db, id), { offerTitle: title, hostName, town, link });
  }),
};
