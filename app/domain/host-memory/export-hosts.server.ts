import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { schoolsOf } from "../accounts/actor.ts";
import { appendAudit } from "../audit/append-audit.server.ts";
import { roleAt } from "../schools/schools.policy.ts";
import type { ActorContext } from "../use-case.ts";
import type { HostFilters, RememberedHost } from "./host-memory.ts";
import { listAllHosts, teamSchools } from "./host-memory.queries.server.ts";

/** The hosts that the reader sees leave the service as a file: the audit keeps who took them, of which school. */
export async function exportHosts(
  { db, clock, actor, origin }: ActorContext,
  filters: HostFilters,
): Promise<Result<RememberedHost[], never>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    for (const uai of teamSchools(actor)) {
      const as = schoolsOf(actor, "teacher").includes(uai) ? "teacher" : roleAt(actor, uai);
      const on = { kind: "school" as const, id: uai };
      await appendAudit(tx, { actor, origin }, { action: "hosts.exported", as, on }, now);
    }
    return ok(await listAllHosts(tx, actor, filters));
  });
}
