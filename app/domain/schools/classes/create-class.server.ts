import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { newId } from "#app/kernel/ids.ts";
import { classGroups } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import type { ActorContext } from "../../use-case.ts";
import type { CreateClassFailure } from "../schools.failures.ts";
import { canSetUpSchool, roleAt } from "../schools.policy.ts";

/** The head or the office opens a class of this year's campaign, with how many pupils it will have: they are entered later. */
export async function createClass(
  { db, clock, actor, origin }: ActorContext,
  input: { uai: string; name: string; headCount: number },
): Promise<Result<{ classGroupId: string }, CreateClassFailure>> {
  const { uai, name, headCount } = input;
  const now = clock.now();
  if (!canSetUpSchool(actor, uai)) return err({ code: "not_found" });
  return inTransaction(
    db,
    async (tx) => {
      const campaign = await getCurrentCampaign(tx, now);
      if (!campaign) return err({ code: "no_campaign" });
      const classGroupId = newId();
      const { schoolYear } = campaign;
      await tx.insert(classGroups).values({ id: classGroupId, schoolUai: uai, schoolYear, name, headCount });
      const on = { kind: "class", id: classGroupId } as const;
      await appendAudit(tx, { actor, origin }, { action: "class.created", as: roleAt(actor, uai), on }, now);
      return ok({ classGroupId });
    },
    { on: { class_groups_name_key: { code: "name_taken" } } },
  );
}
