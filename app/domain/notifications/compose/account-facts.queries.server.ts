import { eq } from "drizzle-orm";
import type { OneTimePurpose } from "#app/domain/accounts/links/one-time-link.ts";
import type { Queryable } from "#db/client.ts";
import { oneTimeLinks, schools } from "#db/schema/index.ts";
import { byAddress, listPerson, type Recipient } from "./recipients.queries.server.ts";

export interface LinkFacts {
  purpose: OneTimePurpose;
  expiresAt: Date;
  usedAt: Date | null;
  /** Someone signs up with an address that has an account. */
  hasAccount: boolean;
  schoolName: string | null;
  /** Nobody when the address that was typed has no account. */
  owner: Recipient[];
}

/** A link that was asked for, and whom it is sent to. */
export async function getLinkFacts(db: Queryable, linkId: string): Promise<LinkFacts | null> {
  const [row] = await db
    .select({ link: oneTimeLinks, schoolName: schools.name })
    .from(oneTimeLinks)
    .leftJoin(schools, eq(schools.uai, oneTimeLinks.schoolUai))
    .where(eq(oneTimeLinks.id, linkId));
  if (!row) return null;
  const { link, schoolName } = row;
  const { purpose, expiresAt, usedAt, personId, email } = link;
  const owner = email ? [byAddress(email)] : await listPerson(db, personId);
  return {
    purpose,
    expiresAt,
    usedAt,
    hasAccount: personId !== null,
    schoolName,
    owner: owner.map(byMailOnly),
  };
}

/** In the notification centre, whoever sits at an open session would find a way to come back. */
function byMailOnly(owner: Recipient): Recipient {
  return { ...owner, personId: null };
}
