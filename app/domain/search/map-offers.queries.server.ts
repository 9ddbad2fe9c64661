import { sql } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { greatCircleKm, type GeoBox, type GeoPoint } from "#app/kernel/geo.ts";
import type { Database } from "#db/client.ts";
import { listClusters } from "./explore-offers.queries.server.ts";
import { MAX_CLUSTERS, type MapOffer, type OfferMap } from "./offer-map.ts";
import { visibleTo } from "./search-conditions.server.ts";
import type { OfferCluster } from "./search-facets.ts";
import type { SearchFilters } from "./search-filters.ts";
import { searchOffers, type SearchSource } from "./search-offers.queries.server.ts";

/** What a map of this box shows at this zoom: every offer that matches, alone or in a cluster. */
export async function mapOffers(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  { zoom, box }: { zoom: number; box: GeoBox | null },
): Promise<Omit<OfferMap, "towns">> {
  const found = await listClusters(source, filters, asker, zoom, box);
  const shown = found.slice(0, MAX_CLUSTERS);
  const alone = shown.flatMap(({ offerId }) => offerId ?? []);
  const offers = await readOffers(source.db, filters.campaignId, asker, alone);
  return {
    count: found.reduce((sum, { count }) => sum + count, 0),
    // An offer that has closed since the index proposed it is not shown.
    clusters: shown.flatMap(({ offerId, ...cluster }) => {
      const offer = offerId === null ? null : offers.get(offerId);
      return offer === undefined ? [] : [{ ...rounded(cluster), offer }];
    }),
  };
}

/** To about a metre. */
function rounded({ latitude, longitude, ...cluster }: Omit<OfferCluster, "offerId">) {
  return { ...cluster, latitude: Number(latitude.toFixed(5)), longitude: Number(longitude.toFixed(5)) };
}

interface MapOfferRow extends Record<string, unknown> {
  id: string;
  title: string;
  organisation: string;
  town: string;
  free_1: number;
  free_2: number;
}

async function readOffers(
  db: Database,
  campaignId: string,
  asker: Eligibility | null,
  ids: readonly string[],
): Promise<Map<string, MapOffer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<MapOfferRow>(sql`
    select s.offer_id as id, s.title, s.organisation, s.town, s.free_week_1 as free_1, s.free_week_2 as free_2
    from offer_search s
    where s.offer_id = any(${sql.param(`{${ids.join(",")}}`)}::uuid[]) and ${visibleTo(campaignId, asker)}`);
  return new Map(
    rows.map(({ free_1, free_2, ...offer }) => [offer.id, { ...offer, free: { 1: free_1, 2: free_2 } }]),
  );
}

/** What the least click on a map means. */
const HERE_KM = 0.05;

/** The first offers of a point of the map, nearest first, among those that the search finds, and how many it has. */
export async function offersAt(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  point: GeoPoint,
): Promise<{ count: number; offers: MapOffer[] }> {
  const here = { ...filters, center: point, radiusKm: HERE_KM, sort: "distance" as const };
  const { total, offers } = await searchOffers(source, here, asker);
  const found = await withinCircle(source.db, filters, offers);
  return {
    count: total - (offers.length - found.length),
    offers: found.map(({ id, title, organisation, town, free }) => ({
      id,
      title,
      organisation,
      town,
      free,
    })),
  };
}

/** A point may lie anywhere: of its offers, those that the circle of the search holds. */
async function withinCircle<Offer extends { id: string }>(
  db: Database,
  { center, radiusKm }: SearchFilters,
  offers: readonly Offer[],
): Promise<readonly Offer[]> {
  if (!center) return offers;
  const points = await pointsOf(db, offers);
  return offers.filter(({ id }) => {
    const [latitude, longitude] = points[id] ?? [];
    if (latitude === undefined || longitude === undefined) return false;
    return Math.round(greatCircleKm(center, { latitude, longitude }) * 1000) <= radiusKm * 1000;
  });
}

/** Where the offers of a list lie, to show them on the map: only those that the reader was already told of. */
export async function pointsOf(
  db: Database,
  offers: readonly { id: string }[],
): Promise<Record<string, [latitude: number, longitude: number]>> {
  if (offers.length === 0) return {};
  const ids = `{${offers.map(({ id }) => id).join(",")}}`;
  const rows = await db.execute<{ id: string; latitude: number; longitude: number }>(sql`
    select s.offer_id as id, s.latitude, s.longitude from offer_search s
    where s.offer_id = any(${sql.param(ids)}::uuid[])`);
  return Object.fromEntries(rows.map(({ id, latitude, longitude }) => [id, [latitude, longitude]]));
}
