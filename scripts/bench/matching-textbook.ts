import { greatCircleKm } from "#app/kernel/geo.ts";
import type { Lists, Lottery, Offers, Pupils } from "#app/domain/matching/market.ts";

interface Proposal {
  pupil: number;
  /** Class, band, lottery: compared one after the other. */
  priority: readonly [number, number, number];
}

interface Applicant {
  preferences: number[];
  next: number;
}

/**
 * Gale–Shapley as a textbook writes it, for comparison: objects, an array of free pupils, each host keeping a
 * sorted array. Two-week places without rankings. The outcome is that of the engine.
 */
export function textbookGaleShapley(
  pupils: Pupils,
  offers: Offers,
  lists: Lists,
  lottery: Lottery,
): number[] {
  const applicants: Applicant[] = Array.from({ length: pupils.count }, (_, pupil) => ({
    preferences: [...lists.offer.slice(lists.start[3 * pupil], lists.start[3 * pupil + 1])],
    next: 0,
  }));
  const hosts: Proposal[][] = Array.from({ length: offers.count }, () => []);
  const matched = new Array<number>(pupils.count).fill(-1);
  const free = applicants.map((_, pupil) => pupil);
  for (;;) {
    const pupil = free.pop();
    if (pupil === undefined) return matched;
    const applicant = applicants[pupil]!;
    const offer = applicant.preferences[applicant.next++];
    if (offer === undefined) continue;
    const held = hosts[offer]!;
    held.push({ pupil, priority: priorityOf(pupils, offers, lottery, pupil, offer) });
    held.sort((a, b) => compare(a.priority, b.priority));
    matched[pupil] = offer;
    if (held.length <= Math.min(offers.seats1[offer]!, offers.seats2[offer]!)) continue;
    const refused = held.pop()!;
    matched[refused.pupil] = -1;
    free.push(refused.pupil);
  }
}

function priorityOf(pupils: Pupils, offers: Offers, lottery: Lottery, pupil: number, offer: number) {
  const km = greatCircleKm(
    { latitude: pupils.latitude[pupil]!, longitude: pupils.longitude[pupil]! },
    { latitude: offers.latitude[offer]!, longitude: offers.longitude[offer]! },
  );
  const isPriority = pupils.tagStart[pupil + 1]! > pupils.tagStart[pupil]!;
  const band = [5, 10, 20, 30, 60].filter((limit) => km > limit + 1e-9).length;
  return [isPriority ? 0 : 1, band, lottery.rank[pupil]!] as const;
}

function compare(a: Proposal["priority"], b: Proposal["priority"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
