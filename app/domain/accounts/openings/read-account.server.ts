import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { isId } from "#app/kernel/ids.ts";
import type { ActorContext } from "../../use-case.ts";
import type { FoundAccount } from "../account.ts";
import { hasRole } from "../actor.ts";
import { getFoundAccount } from "../found-accounts.queries.server.ts";
import { findOpening } from "./openings.queries.server.ts";

/** One account, for an administrator who has said why: each reading is kept. `closed`: they have not, or it is over. */
export async function readAccount(
  { db, clock, actor, origin }: ActorContext,
  { personId }: { personId: string | undefined },
): Promise<Result<{ account: FoundAccount; until: Date }, Failure<"not_found" | "closed">>> {
  const now = clock.now();
  if (!isId(personId) || !hasRole(actor, "admin")) return err({ code: "not_found" });
  const account = await getFoundAccount(db, personId, now);
  if (!account) return err({ code: "not_found" });
  const until = await findOpening(db, actor, { personId, now });
  if (!until) return err({ code: "closed" });
  const on = { kind: "person" as const, id: personId };
  await appendAudit(db, { actor, origin }, { action: "account.read", as: "admin", on }, now);
  return ok({ account, until });
}
