import type { MapCluster, MapOffer, OfferMap } from "#app/domain/search/offer-map.ts";
import { greatCircleKm, type GeoPoint } from "#app/kernel/geo.ts";
import { ofPlace, plural } from "#app/kernel/text.ts";

/** A place on the screen, in pixels. */
interface Spot {
  x: number;
  y: number;
}

/** Two markers nearer than this would hide each other. */
const APART_PX = 48;

/**
 * Clusters as far apart as markers need: the squares that the server counts in know nothing of the size of a marker.
 * The larger keeps its place and takes in its small neighbours.
 */
export function parted(clusters: readonly MapCluster[], spotOf: (cluster: MapCluster) => Spot): MapCluster[] {
  const kept: { cluster: MapCluster; spot: Spot }[] = [];
  for (const cluster of clusters) {
    const spot = spotOf(cluster);
    const near = kept.find((one) => Math.hypot(one.spot.x - spot.x, one.spot.y - spot.y) < APART_PX);
    if (!near) kept.push({ cluster, spot });
    else {
      const { count, latitude, longitude } = near.cluster;
      near.cluster = { latitude, longitude, count: count + cluster.count, together: false, offer: null };
    }
  }
  return kept.map(({ cluster }) => cluster);
}

/** Farther than this, a town says nothing of where a marker stands. */
const NEAR_KM = 60;

/** What a marker is called, for those who do not see where it stands: what it holds, where, and what a press does. */
export function nameOf(cluster: MapCluster, towns: OfferMap["towns"]): string {
  const { count, offer, together } = cluster;
  if (offer) return offerName(offer);
  const town = nearestTown(cluster, towns);
  const near = town ? `près ${ofPlace(town)}` : null;
  const offers = plural(count, "offre");
  if (together) return [`${offers} au même endroit`, near].filter(Boolean).join(", ");
  return `${[offers, near].filter(Boolean).join(" ")}, agrandir`;
}

function nearestTown(point: GeoPoint, towns: OfferMap["towns"]): string | null {
  const measured = towns.map((town) => ({ name: town.name, km: greatCircleKm(point, town) }));
  const [nearest] = measured.sort((a, b) => a.km - b.km);
  return nearest && nearest.km <= NEAR_KM ? nearest.name : null;
}

function offerName({ title, organisation, town }: MapOffer): string {
  return `${title}, ${organisation}, ${town}`;
}
