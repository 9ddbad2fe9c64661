import type { LinkPage } from "./link-page.ts";
import { eq } from "drizzle-orm";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import type { Queryable } from "#db/client.ts";
import { persons } from "#db/schema/index.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { isOpen } from "../email-change/email-change.ts";
import { findChangeOfLink } from "../email-change/email-changes.store.server.ts";
import { findLink, findPersonByEmail } from "./links.store.server.ts";
import { isBeingUsed, isDoneWith, stateOf } from "./one-time-link.ts";

/** What the page of a link says of it; null for one that was never made, or is long forgotten. */
export async function getLinkPage({ db, clock }: UseCaseContext, linkId: string): Promise<LinkPage | null> {
  const now = clock.now();
  const link = await findLink(db, linkId);
  if (!link) return null;
  const state = stateOf(link, now);
  const email = link.email ?? (link.personId ? await emailOf(db, link.personId) : null);
  const left = Math.ceil((link.expiresAt.getTime() - now.getTime()) / 60_000);
  return {
    purpose: link.purpose,
    state,
    isBeingUsed: isBeingUsed(link, now),
    isCompleted: isDoneWith(link),
    minutesLeft: state === "open" ? left : 0,
    address: email ? maskedAddress(email) : null,
    change: await changeOf(db, linkId, now),
    hasAccount: link.personId !== null || (email !== null && (await findPersonByEmail(db, email)) !== null),
  };
}

/** The school that a link lets in, for whoever counts those that are over. */
export async function getLinkSchool(db: Queryable, linkId: string): Promise<string | null> {
  return (await findLink(db, linkId))?.schoolUai ?? null;
}

/** The change of address that the link answers, with enough of the new one for its owner to know it. */
async function changeOf(db: UseCaseContext["db"], linkId: string, now: Date): Promise<LinkPage["change"]> {
  const change = await findChangeOfLink(db, linkId);
  return change && { newAddress: maskedAddress(change.newEmail), isOpen: isOpen(change, now) };
}

async function emailOf(db: UseCaseContext["db"], personId: string): Promise<string | null> {
  const [person] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  return person?.email ?? null;
}
