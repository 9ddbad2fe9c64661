import { eq } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findTakenWeeks } from "#app/domain/applications/applications.store.server.ts";
import { listHostHabits } from "#app/domain/hosts/host-habits.queries.server.ts";
import type { Campaign, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { getEligibility } from "#app/domain/offers/offers.queries.server.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { listBestByFamily, type BestOffer } from "#app/domain/search/best-offers.queries.server.ts";
import type { Period } from "#app/domain/search/search-filters.ts";
import type { SearchSource } from "#app/domain/search/search-offers.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { schools } from "#db/schema/index.ts";
import { getInterests } from "./interests.queries.server.ts";
import type { InterestKind } from "./interests.ts";
import { chooseOffers, type Chosen } from "./recommendation.ts";
import { reasonsFor, type Suggestion } from "./suggestion.ts";

const MOST_SUGGESTIONS = 20;
/** Most lists are full with the first circle. */
const CIRCLES_KM = [30, 60, 100];
/** Enough for a full list of one family, whatever its pupil knows of it: a few hundred candidates in all. */
const BEST_OF_A_FAMILY = 24;

export interface Recommendations {
  /** The pupil has a place for each week: nothing is left to suggest. */
  placed: boolean;
  suggestions: Suggestion[];
}

interface Asked {
  actor: Actor;
  campaign: Campaign;
  at: Date;
  surprise?: boolean;
  limit?: number;
}

/**
 * Offers suggested to a pupil around their school, for the weeks without a place, best first: the score is that of
 * "pertinence" (relevance.ts), the choice that of `chooseOffers`. Name, sex and class are not read; the school gives the
 * middle of the circle and the right to reserved offers. The list changes with the day, and with what the pupil looks at.
 */
export async function listRecommendations(
  source: SearchSource,
  { actor, campaign, at, surprise = false, limit = MOST_SUGGESTIONS }: Asked,
): Promise<Recommendations> {
  const { db } = source;
  const asker = await getEligibility(db, actor);
  const [center, taken, interests] = await Promise.all([
    asker && findSchoolPoint(source, asker.schoolUai),
    findTakenWeeks(db, actor.personId, campaign.id),
    getInterests(db, actor.personId, { campaignId: campaign.id, at }),
  ]);
  const weeks = campaign.weeks.map(({ week }) => week).filter((week) => !taken.includes(week));
  if (!center || weeks.length === 0) return { placed: weeks.length === 0, suggestions: [] };
  const filters = {
    campaignId: campaign.id,
    center,
    periods: periodsFor(weeks),
    sort: "pertinence" as const,
    sectors: [],
    family: null,
    challenges: [],
    words: null,
    interests: [...interests.families.keys()],
  };
  const choice = {
    looked: interests.families,
    known: interests.known,
    opened: interests.opened,
    surprise,
    limit: MOST_SUGGESTIONS,
    seed: `${actor.personId} ${parisDate(at)}`,
  };
  let chosen: Chosen<BestOffer>[] = [];
  for (const radiusKm of CIRCLES_KM) {
    const candidates = await listBestByFamily(source, { ...filters, radiusKm }, asker, BEST_OF_A_FAMILY);
    chosen = chooseOffers(candidates, choice);
    if (chosen.length === MOST_SUGGESTIONS) break;
  }
  const told = await tell(source, chosen.slice(0, limit), { families: interests.families, weeks, center });
  return { placed: false, suggestions: told };
}

/** With one week found, offers that take the other alone; else any. */
function periodsFor(weeks: readonly WeekNumber[]): Period[] {
  return weeks.length === 1 ? weeks.map((week): Period => `semaine-${week}`) : [];
}

interface SchoolPoint {
  latitude: number;
  longitude: number;
  approximate: boolean;
}

async function findSchoolPoint({ db }: SearchSource, uai: string): Promise<SchoolPoint | null> {
  const [school] = await db
    .select({
      latitude: schools.latitude,
      longitude: schools.longitude,
      approximate: schools.approximate,
    })
    .from(schools)
    .where(eq(schools.uai, uai));
  if (!school || school.latitude === null || school.longitude === null) return null;
  return { latitude: school.latitude, longitude: school.longitude, approximate: school.approximate };
}

/** The offers as they are shown, each with its reasons. */
async function tell(
  { db }: SearchSource,
  chosen: readonly Chosen<BestOffer>[],
  known: { families: ReadonlyMap<string, InterestKind>; weeks: readonly WeekNumber[]; center: SchoolPoint },
): Promise<Suggestion[]> {
  if (chosen.length === 0) return [];
  const [habits, families] = await Promise.all([
    listHostHabits(
      db,
      chosen.map(({ candidate }) => candidate.organisationId),
    ),
    listSectorFamilies(db),
  ]);
  const labels = new Map(families.map(({ slug, label }) => [slug, label]));
  return chosen.map(({ candidate, discovery }) => {
    const { offer: found, family, organisationId } = candidate;
    const offer = { ...found, approximate: found.approximate || known.center.approximate };
    const reasons = reasonsFor({
      offer,
      discovery,
      weeks: known.weeks,
      habits: habits.get(organisationId) ?? null,
      family: labels.get(family) ?? family,
      interest: known.families.get(family),
    });
    return { offer, reasons };
  });
}
