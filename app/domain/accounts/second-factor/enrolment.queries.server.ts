import type { UseCaseContext } from "../../use-case.ts";
import type { OpenSession } from "../accounts.queries.server.ts";
import { findSecondFactorIdentity } from "../accounts.store.server.ts";

/** Whether the second factor that this half-open session waits for was never set up. */
export async function mustEnrol(
  { db }: UseCaseContext,
  { personId, actor }: Pick<OpenSession, "personId" | "actor">,
): Promise<boolean> {
  if (actor) return false;
  const identity = await findSecondFactorIdentity(db, personId);
  return identity !== null && identity.totpSecret === null;
}
