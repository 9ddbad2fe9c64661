import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { hasRole } from "../accounts/actor.ts";
import type { ActorContext } from "../use-case.ts";
import { effectsOf, sameWeeks, spellEffects, versionOf, type CampaignSettings } from "./campaign-settings.ts";
import type { SaveCampaignFailure } from "./campaign.failures.ts";
import { getCampaignSettings } from "./campaigns.queries.server.ts";
import { countUses, lockCampaign, writeCampaign } from "./campaigns.store.server.ts";

export interface SaveCampaignInput {
  /** Null for a new one. */
  campaignId: string | null;
  settings: CampaignSettings;
  /** The campaign as it was read, by `versionOf`. */
  version?: string | undefined;
  /** The effects of the change as they were read, by `spellEffects`. */
  seenEffects?: string | undefined;
}

/**
 * An administrator creates a campaign, or changes one that is not over. Days never move under those who have a place; what a
 * change does to offers and applications must have been read (`effects_unseen` tells it) before it is written.
 */
export async function saveCampaign(
  { db, clock, actor, origin }: ActorContext,
  input: SaveCampaignInput,
): Promise<Result<{ campaignId: string }, SaveCampaignFailure>> {
  const today = parisDate(clock.now());
  return inTransaction(
    db,
    async (tx) => {
      if (!hasRole(actor, "admin")) return err({ code: "not_found" });
      if (input.settings.endsOn < today) return err({ code: "over" });
      const campaignId = input.campaignId ?? newId();
      if (input.campaignId !== null) {
        const failure = await findFailure(tx, input.campaignId, { ...input, today });
        if (failure) return err(failure);
      }
      await writeCampaign(tx, campaignId, input.settings);
      const on = { kind: "campaign" as const, id: campaignId };
      await appendAudit(tx, { actor, origin }, { action: "campaign.saved", as: "admin", on }, clock.now());
      return ok({ campaignId });
    },
    { on: { campaigns_school_year_unique: { code: "year_taken" } } },
  );
}

async function findFailure(
  tx: Transaction,
  campaignId: string,
  { settings, version, seenEffects, today }: SaveCampaignInput & { today: string },
): Promise<SaveCampaignFailure | null> {
  await lockCampaign(tx, campaignId);
  const before = await getCampaignSettings(tx, campaignId);
  if (!before) return { code: "not_found" };
  if (before.endsOn < today) return { code: "over" };
  if (version !== undefined && version !== versionOf(before)) return { code: "changed_since" };
  const { maxLiveApplications } = settings;
  const { anyOffer, ...uses } = await countUses(tx, { campaignId, maxLiveApplications });
  if (settings.schoolYear !== before.schoolYear && anyOffer > 0)
    return { code: "year_in_use", offers: anyOffer };
  if (uses.placements > 0 && !sameWeeks(before, settings))
    return { code: "weeks_hold_placements", placements: uses.placements };
  const effects = effectsOf(before, settings, { uses, today });
  return effects.length > 0 && seenEffects !== spellEffects(effects)
    ? { code: "effects_unseen", effects }
    : null;
}
