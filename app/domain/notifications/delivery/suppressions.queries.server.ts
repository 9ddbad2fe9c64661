import { eq } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Database } from "#db/client.ts";
import { persons, suppressedAddresses } from "#db/schema/index.ts";

/** Why no mail is sent to the actor's address any more, and since when; null while mail is sent. */
export async function getOwnSuppression(db: Database, actor: Actor) {
  const [row] = await db
    .select({
      address: suppressedAddresses.address,
      reason: suppressedAddresses.reason,
      suppressedAt: suppressedAddresses.suppressedAt,
    })
    .from(suppressedAddresses)
    .innerJoin(persons, eq(persons.email, suppressedAddresses.address))
    .where(eq(persons.id, actor.personId));
  return row ?? null;
}
