import type { UseCaseContext } from "../../use-case.ts";
import type { OpenSession } from "../accounts.queries.server.ts";
import { findPasswordIdentity } from "../accounts.store.server.ts";

/** Whether the second factor that this half-open session waits for was never set up. */
export async function mustEnrol(
  { db, clock }: UseCaseContext,
  { personId, actor }: Pick<OpenSession, "personId" | "actor">,
): Promise<boolean> {
  if (actor) return false;
  const identity = await findPasswordIdentity(db, { personId }, clock.now());
  return identity !== null && identity.totpSecret === null;
}
