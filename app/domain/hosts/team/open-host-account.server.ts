import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import { hostSignUps } from "#db/schema/index.ts";
import { insertPerson, savePassword } from "../../accounts/accounts.store.server.ts";
import { hostClaimed } from "../events.ts";
import { findClaim, insertClaim } from "./host-claims.store.server.ts";

/**
 * The address is proven: the account is made as it was asked for. An organisation that is here already is joined by a request to
 * its members, never silently. Null when there is nothing to make an account of.
 */
export async function openHostAccount(
  tx: Transaction,
  { linkId, email }: { linkId: string; email: string },
  now: Date,
): Promise<string | null> {
  const [typed] = await tx.delete(hostSignUps).where(eq(hostSignUps.linkId, linkId)).returning();
  if (!typed) return null;
  const { firstName, lastName, passwordHash, siret } = typed;
  const personId = await insertPerson(tx, { firstName, lastName, email }, now);
  await savePassword(tx, { personId, email, passwordHash }, now);
  await insertClaim(tx, { personId, siret }, now);
  const claim = await findClaim(tx, personId);
  if (claim?.organisationId) await recordEvent(tx, hostClaimed, { personId }, now);
  return personId;
}
