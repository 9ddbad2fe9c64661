import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Transaction } from "#db/client.ts";
import { lockPupil } from "../applications/applications.store.server.ts";
import { getCurrentCampaign } from "../campaigns/campaigns.queries.server.ts";
import { findFoundPupil, type FoundPupil } from "./found-pupil.server.ts";
import { findFound, type FoundRow } from "./found.store.server.ts";

/** Locks the pupil, then what they have found, for the pupil or whoever follows their class; null for anyone else. */
export async function lockOwnFound(
  tx: Transaction,
  actor: Actor,
  { foundId, pupilId }: { foundId: string; pupilId: string },
  now: Date,
): Promise<{ found: FoundRow; pupil: FoundPupil } | null> {
  const campaign = await getCurrentCampaign(tx, now);
  const pupil = campaign && (await findFoundPupil(tx, actor, pupilId, campaign.schoolYear));
  if (!pupil) return null;
  await lockPupil(tx, pupilId);
  const found = await findFound(tx, foundId, { lock: true });
  return found?.pupilId === pupilId ? { found, pupil } : null;
}
