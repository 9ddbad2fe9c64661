import { and, eq } from "drizzle-orm";
import { isOpen } from "#app/domain/accounts/email-change/email-change.ts";
import { findChangeOfLink } from "#app/domain/accounts/email-change/email-changes.store.server.ts";
import { findPersonByEmail } from "#app/domain/accounts/links/links.store.server.ts";
import type { OneTimePurpose } from "#app/domain/accounts/links/one-time-link.ts";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, emailChanges, oneTimeLinks, schools } from "#db/schema/index.ts";
import { byAddress, listPerson, type Recipient } from "./recipients.queries.server.ts";

export interface LinkFacts {
  purpose: OneTimePurpose;
  expiresAt: Date;
  usedAt: Date | null;
  /** Someone gives an address that has an account, to sign up or in place of theirs: its owner is told, and nothing is sent. */
  isTaken: boolean;
  /** It answers a change of address that is done, refused or taken back. */
  isPointless: boolean;
  schoolName: string | null;
  /** Nobody when the address that was typed has no account. */
  owner: Recipient[];
}

/** A link that was asked for, and whom it is sent to. */
export async function getLinkFacts(db: Queryable, linkId: string, now: Date): Promise<LinkFacts | null> {
  const [row] = await db
    .select({ link: oneTimeLinks, schoolName: schools.name })
    .from(oneTimeLinks)
    .leftJoin(schools, eq(schools.uai, oneTimeLinks.schoolUai))
    .where(eq(oneTimeLinks.id, linkId));
  if (!row) return null;
  const { link, schoolName } = row;
  const { purpose, expiresAt, usedAt, personId, email } = link;
  const change = await findChangeOfLink(db, linkId);
  const owner = email ? [byAddress(email)] : await listPerson(db, personId);
  return {
    purpose,
    expiresAt,
    usedAt,
    isTaken: await isTaken(db, link),
    isPointless: change !== null && !isOpen(change, now),
    schoolName,
    owner: owner.map(byMailOnly),
  };
}

async function isTaken(
  db: Queryable,
  { purpose, personId, email }: typeof oneTimeLinks.$inferSelect,
): Promise<boolean> {
  if (purpose === "host_sign_up") return personId !== null;
  return purpose === "email_change_new" && email !== null && (await findPersonByEmail(db, email)) !== null;
}

/** The two mailboxes of an account whose address is changed: the new one is its owner's, the old one was. */
export async function getChangedEmail(db: Queryable, changeId: string) {
  const [change] = await db.select().from(emailChanges).where(eq(emailChanges.id, changeId));
  if (!change) return null;
  const { personId, oldEmail, newEmail } = change;
  return {
    owner: await listPerson(db, personId),
    former: oldEmail === null ? [] : [byAddress(oldEmail)],
    newAddress: maskedAddress(newEmail),
  };
}

/** A role in a school that has ended, and whose it was; null when it has begun again since. */
export async function getEndedRole(db: Queryable, affiliationId: string) {
  const [row] = await db
    .select({ personId: affiliations.personId, schoolName: schools.name })
    .from(affiliations)
    .innerJoin(schools, eq(schools.uai, affiliations.schoolUai))
    .where(and(eq(affiliations.id, affiliationId), eq(affiliations.isUnstated, true)));
  return row ? { owner: await listPerson(db, row.personId), schoolName: row.schoolName } : null;
}

/** In the notification centre, whoever sits at an open session would find a way to come back. */
function byMailOnly(owner: Recipient): Recipient {
  return { ...owner, personId: null };
}
