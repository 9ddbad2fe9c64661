import { eq } from "drizzle-orm";
import { ok, type Result } from "#app/kernel/result.ts";
import { persons, suppressedAddresses } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";

/** The owner of an address asks that mail be sent to it again. What was not sent meanwhile stays in the notification centre. */
export async function restoreAddress({ db, actor }: ActorContext): Promise<Result<void, never>> {
  return inTransaction(db, async (tx) => {
    const [owner] = await tx
      .select({ email: persons.email })
      .from(persons)
      .where(eq(persons.id, actor.personId));
    if (owner?.email)
      await tx.delete(suppressedAddresses).where(eq(suppressedAddresses.address, owner.email));
    return ok();
  });
}
