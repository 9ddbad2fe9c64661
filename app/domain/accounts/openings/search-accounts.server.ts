import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import type { ActorContext } from "../../use-case.ts";
import { findAccounts } from "../found-accounts.queries.server.ts";

/** An administrator looks for an account: enough to know it by is shown, and that they looked is kept. */
export async function searchAccounts(
  { db, clock, actor, origin }: ActorContext,
  { words }: { words: string },
): Promise<{ personId: string; firstName: string; lastName: string; address: string | null }[]> {
  await appendAudit(db, { actor, origin }, { action: "accounts.searched", as: "admin" }, clock.now());
  const found = await findAccounts(db, words);
  return found.map(({ personId, firstName, lastName, email }) => ({
    personId,
    firstName,
    lastName,
    address: email && maskedAddress(email),
  }));
}
