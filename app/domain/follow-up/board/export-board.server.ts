import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { schoolsOf, type Actor } from "../../accounts/actor.ts";
import { appendAudit } from "../../audit/append-audit.server.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { roleAt } from "../../schools/schools.policy.ts";
import type { ActorContext } from "../../use-case.ts";
import { filterLines, type BoardFilters } from "./board-filters.ts";
import type { BoardLine } from "./board-line.ts";
import { getBoard } from "./board.queries.server.ts";

/** The lines that the reader sees leave the service as a file: the audit keeps who took them, of which school, not what they say. */
export async function exportBoard(
  { db, clock, actor, origin }: ActorContext,
  filters: BoardFilters,
): Promise<Result<BoardLine[], Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const campaign = await getCurrentCampaign(tx, now);
    if (!campaign) return err({ code: "not_found" });
    const { classes, lines } = await getBoard(tx, actor, { campaign, now });
    if (classes.length === 0) return err({ code: "not_found" });
    for (const uai of new Set(classes.map(({ schoolUai }) => schoolUai)))
      await appendAudit(
        tx,
        { actor, origin },
        { action: "board.exported", as: capacityAt(actor, uai), on: { kind: "school", id: uai } },
        now,
      );
    return ok(filterLines(lines, filters));
  });
}

function capacityAt(actor: Actor, uai: string) {
  return schoolsOf(actor, "teacher").includes(uai) ? "teacher" : roleAt(actor, uai);
}
