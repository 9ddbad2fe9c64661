import { eq } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { hostSites, offers } from "#db/schema/index.ts";
import { listPerson, type Recipient } from "./recipients.queries.server.ts";

export interface OfferFacts {
  id: string;
  title: string;
  town: string;
  /** Who wrote the offer; nobody when the account is gone. */
  author: Recipient[];
}

/** What messages about an offer tell. */
export async function getOfferFacts(db: Queryable, offerId: string): Promise<OfferFacts | null> {
  const [row] = await db
    .select({
      id: offers.id,
      title: offers.title,
      town: hostSites.town,
      createdBy: offers.createdBy,
    })
    .from(offers)
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(eq(offers.id, offerId));
  if (!row) return null;
  const { id, title, town, createdBy } = row;
  return { id, title: title ?? "", town, author: await listPerson(db, createdBy) };
}
