import { and, eq, gt, isNull, or } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { identities, passkeys } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { identityUnlinked } from "../accounts/events.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { ActorContext } from "../use-case.ts";
import type { UnlinkFailure } from "./federation.failures.ts";
import type { Provider } from "./identity-provider.ts";

/** Takes a federation's identity off one's own account, of which its owner is told. The only way in stays. */
export async function unlinkIdentity(
  { db, clock, actor }: ActorContext,
  { provider }: { provider: Provider },
): Promise<Result<void, UnlinkFailure>> {
  const now = clock.now();
  const { personId } = actor;
  return inTransaction(db, async (tx) => {
    const ways = await tx
      .select({ id: identities.id, issuer: identities.issuer })
      .from(identities)
      .where(
        and(eq(identities.personId, personId), or(isNull(identities.validTo), gt(identities.validTo, now))),
      )
      .for("update");
    const linked = ways.find(({ issuer }) => issuer === provider);
    if (!linked) return err({ code: "not_found" });
    const others = ways.length - 1 + (await tx.$count(passkeys, eq(passkeys.personId, personId)));
    if (others === 0) return err({ code: "only_way_in" });
    await tx.update(identities).set({ validTo: now }).where(eq(identities.id, linked.id));
    await recordEvent(tx, identityUnlinked, { personId }, now);
    return ok();
  });
}
