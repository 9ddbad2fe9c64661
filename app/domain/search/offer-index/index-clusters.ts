import type { GeoBox } from "#app/kernel/geo.ts";
import type { IndexSearch, OfferIndex } from "./offer-index.ts";
import type { OfferCluster } from "#app/domain/search/search-facets.ts";

interface Gathered {
  north: number;
  east: number;
  count: number;
  /** Its first offer. */
  slot: number;
  together: boolean;
}

/** All offers that match (those of the box, when one is given), gathered in squares of the map. */
export function clustersInIndex(
  index: OfferIndex,
  search: IndexSearch,
  degrees: number,
  box: GeoBox | null,
): OfferCluster[] {
  const { latitude, longitude } = index.slots;
  const columns = Math.ceil(360 / degrees) + 1;
  const clusters = new Map<number, Gathered>();
  // Neighbours in the list are neighbours on the map: the last cluster is often the right one.
  let lastKey = Number.NaN;
  let last: Gathered = { north: 0, east: 0, count: 0, slot: -1, together: true };
  const { south, north: top, west, east: right } = box ?? { south: -90, north: 91, west: -180, east: 181 };
  const { found, count } = index.candidates(search);
  for (let at = 0; at < count; at += 1) {
    const slot = found[at]!;
    const north = latitude[slot]!;
    const east = longitude[slot]!;
    if (north < south || north >= top || east < west || east >= right) continue;
    const key = Math.floor((north + 90) / degrees) * columns + Math.floor((east + 180) / degrees);
    if (key !== lastKey) {
      lastKey = key;
      const known = clusters.get(key);
      last = known ?? { north: 0, east: 0, count: 0, slot, together: true };
      if (!known) clusters.set(key, last);
    }
    last.north += north;
    last.east += east;
    last.count += 1;
    last.together &&= latitude[last.slot] === north && longitude[last.slot] === east;
  }
  return Array.from(clusters.values(), ({ north, east, count: offers, slot, together }) => ({
    latitude: north / offers,
    longitude: east / offers,
    count: offers,
    together,
    offerId: offers === 1 ? index.slots.id(slot) : null,
  }));
}
