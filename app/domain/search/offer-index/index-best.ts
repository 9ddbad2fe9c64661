import { FirstSlots } from "./index-page.ts";
import { relevanceReader } from "./index-search.ts";
import { sectorOf } from "./index-traits.ts";
import type { IndexSearch, OfferIndex } from "./offer-index.ts";

/** The first `perFamily` offers of each sector family by relevance, in one pass over the candidates. */
export function bestByFamilyInIndex(
  index: OfferIndex,
  search: IndexSearch,
  perFamily: number,
): { id: string; score: number }[] {
  const { slots } = index;
  const { found, count } = index.candidates(search);
  const { worth, score } = relevanceReader(index, search);
  const lists = new Map<string, FirstSlots>();
  const bySector = index.sectors.map(({ family }) => {
    const list = lists.get(family) ?? new FirstSlots(perFamily, (a, b) => slots.compareIds(b, a));
    lists.set(family, list);
    return list;
  });
  for (let at = 0; at < count; at += 1) {
    const slot = found[at]!;
    const list = bySector[sectorOf(slots.traits[slot]!)]!;
    const key = -score(slot, worth(slot));
    if (key <= list.bound) list.offer(key, slot);
  }
  return [...lists.values()].flatMap(({ size, keys, slots: best }) =>
    Array.from({ length: size }, (_, at) => ({ id: slots.id(best[at]!), score: -keys[at]! })),
  );
}
