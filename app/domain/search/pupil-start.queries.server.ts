import { type Actor, schoolsOf } from "#app/domain/accounts/actor.ts";
import { findTakenWeeks } from "#app/domain/applications/applications.store.server.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { PlaceIndex } from "#app/domain/reference/place.ts";
import { getSchoolTown } from "#app/domain/schools/schools.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import type { Period } from "./search-filters.ts";

/** Where the search of a pupil begins: around their school, for the week that they still have to find. */
export async function getPupilStart(
  { db, places }: { db: Queryable; places: PlaceIndex },
  actor: Actor,
  campaign: Campaign,
): Promise<{ place: string | null; period: Period | null }> {
  const uai = schoolsOf(actor, "pupil")[0];
  const [inseeCode, taken] = await Promise.all([
    uai ? getSchoolTown(db, uai) : null,
    findTakenWeeks(db, actor.personId, campaign.id),
  ]);
  const missing = campaign.weeks.filter(({ week }) => !taken.includes(week));
  const [only] = missing;
  return {
    place: (inseeCode && places.byInseeCode(inseeCode)?.label) || null,
    period: only && missing.length < campaign.weeks.length ? `semaine-${only.week}` : null,
  };
}
