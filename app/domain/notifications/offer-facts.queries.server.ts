import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { hostSites, offers, persons } from "#db/schema/index.ts";
import type { Addressee } from "./recipients.queries.server.ts";

export interface OfferFacts {
  id: string;
  title: string;
  town: string;
  author: Addressee;
}

/** What the message about a published offer tells; null when nobody's account wrote the offer. */
export async function getOfferFacts(db: Queryable, offerId: string): Promise<OfferFacts | null> {
  const [row] = await db
    .select({
      id: offers.id,
      title: offers.title,
      town: hostSites.town,
      author: { personId: persons.id, firstName: persons.firstName, email: persons.email },
    })
    .from(offers)
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .innerJoin(persons, eq(persons.id, offers.createdBy))
    .where(eq(offers.id, offerId));
  return row ? { ...row, title: row.title ?? "" } : null;
}
