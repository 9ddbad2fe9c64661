import type { MapCluster, MapOffer } from "#app/domain/search/offer-map.ts";
import { plural } from "#app/kernel/text.ts";

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

/** What a marker is called, for those who do not see where it stands. */
export function nameOf({ count, offer, together }: MapCluster): string {
  if (offer) return offerName(offer);
  return plural(count, "offre") + (together ? " au même endroit" : "");
}

function offerName({ title, organisation, town }: MapOffer): string {
  return `${title}, ${organisation}, ${town}`;
}
