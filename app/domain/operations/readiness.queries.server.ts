import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { findCurrentText } from "#app/domain/agreements/agreements.store.server.ts";
import { readSchemaState } from "#db/schema-version.ts";
import type { UseCaseContext } from "../use-case.ts";

export type Requirement = "database" | "schema" | "campaign" | "agreement_text";

/** What the service lacks to do its work; empty when it is ready. */
export async function checkReadiness({ db, clock }: UseCaseContext): Promise<Requirement[]> {
  try {
    if ((await readSchemaState(db)) !== "current") return ["schema"];
    const [campaign, text] = await Promise.all([getCurrentCampaign(db, clock.now()), findCurrentText(db)]);
    return [...(campaign ? [] : ["campaign" as const]), ...(text ? [] : ["agreement_text" as const])];
  } catch {
    return ["database"];
  }
}
