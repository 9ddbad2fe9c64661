import {
  getAlertFacts,
  type AlertFacts,
} from "#app/domain/notifications/compose/alert-facts.queries.server.ts";
import { listPerson } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { alertMatched } from "#app/emails/alerts/alert-matched.tsx";
import { paths } from "#app/paths.ts";
import { mail, skip } from "../message-draft.server.ts";
import { about } from "../event-subjects.server.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";

const aboutPupil = about(async ({ db }: Composer, { personId }: { personId: string }) => {
  const pupil = await listPerson(db, personId);
  return pupil.length > 0 ? pupil : null;
});

export const alertHandlers: HandlersOf<"alert"> = {
  "alert.matched": aboutPupil(async (pupil, { db, today, links, url }, event) => {
    const facts = await getAlertFacts(db, event, today);
    if (!facts) return skip("outdated"); // Closed, asked for or stopped before it was announced.
    const offers = facts.offers.map(({ id, ...offer }) => ({ ...offer, link: url(paths.offer(id)) }));
    return mail(alertMatched, pupil, {
      offers,
      total: facts.total,
      searches: facts.searches.map(({ id, description }) => {
        return { description, stopLink: url(paths.stopAlert(links.sign("alert", id))) };
      }),
      link: linkOf(facts, offers, url),
    });
  }),
};

/** The offer when there is one, the search when it is the only one, else all of them. */
function linkOf(
  { searches: [search, ...others] }: AlertFacts,
  [offer, ...more]: { link: string }[],
  url: Composer["url"],
): string {
  if (offer && more.length === 0) return offer.link;
  return url(search && others.length === 0 ? paths.offers(search.query) : paths.pupil.alerts());
}
