import { hashOf, seededRandom } from "#app/kernel/random.ts";

/** One suggestion in so many comes from a family never looked at: the fifth, the tenth, the fifteenth... */
const DISCOVERY_EVERY = 5;
/** One host never fills a list. */
const MOST_OF_A_HOST = 2;

/** What the choice knows of an offer. Nothing is known of the pupil but what was looked at. */
export interface Candidate {
  offer: { id: string };
  family: string;
  organisationId: string;
}

export interface Choice {
  /** Families of the offers that the pupil has applied to, kept or opened. */
  looked: { has(family: string): boolean; size: number };
  /** Offers that the pupil has already made something of: they are not suggested. */
  known: { has(offerId: string): boolean };
  /** Offers that the pupil has opened, no more: they come after the others. */
  opened: { has(offerId: string): boolean };
  limit: number;
  /** The same seed draws the same families: the pupil and the day. */
  seed: string;
  /** Only families never looked at. */
  surprise: boolean;
}

export interface Chosen<Offer> {
  candidate: Offer;
  /** It stands there to show something else than what was looked at. */
  discovery: boolean;
}

/**
 * The suggestions among candidates given best first.
 *
 * - Places 5, 10, 15... go to families never looked at, the others to families looked at; when one kind runs out, the
 *   other fills in. Offers opened already come after the rest of the families looked at.
 * - Families never looked at come in the order of a draw, the best offer of each, then the second of each.
 * - A pupil who has looked at nothing yet is shown the best offer of each family, the best family first.
 * - Two offers at most of the same host.
 *
 * The same candidates, choice and seed give the same list.
 */
export function chooseOffers<Offer extends Candidate>(
  candidates: readonly Offer[],
  { looked, known, opened, limit, seed, surprise }: Choice,
): Chosen<Offer>[] {
  const left = candidates.filter(({ offer }) => !known.has(offer.id));
  const unseen = left.filter(({ family }) => !looked.has(family));
  const plain = looked.size === 0 && !surprise;
  const familiar = surprise ? [] : left.filter(({ family }) => looked.has(family));
  familiar.sort((a, b) => Number(opened.has(a.offer.id)) - Number(opened.has(b.offer.id)));
  const fresh = inTurn(unseen, plain ? null : seed);
  const hosts = new Map<string, number>();
  const next = (queue: Offer[]): Offer | undefined => {
    const at = queue.findIndex(({ organisationId }) => (hosts.get(organisationId) ?? 0) < MOST_OF_A_HOST);
    const [candidate] = at < 0 ? [] : queue.splice(0, at + 1).slice(-1);
    if (candidate) hosts.set(candidate.organisationId, (hosts.get(candidate.organisationId) ?? 0) + 1);
    return candidate;
  };
  const chosen: Chosen<Offer>[] = [];
  while (chosen.length < limit) {
    const isDiscovery = (chosen.length + 1) % DISCOVERY_EVERY === 0;
    const candidate = isDiscovery ? (next(fresh) ?? next(familiar)) : (next(familiar) ?? next(fresh));
    if (!candidate) break;
    chosen.push({ candidate, discovery: !plain && !looked.has(candidate.family) });
  }
  return chosen;
}

/** The first of each family, then the second of each...: families in the order of the draw, or of their best offer. */
function inTurn<Offer extends Candidate>(candidates: readonly Offer[], seed: string | null): Offer[] {
  const families = new Map<string, Offer[]>();
  for (const candidate of candidates)
    families.set(candidate.family, [...(families.get(candidate.family) ?? []), candidate]);
  const order = [...families.keys()];
  if (seed !== null) {
    const lot = new Map(order.map((family) => [family, seededRandom(hashOf(`${seed} ${family}`))()]));
    order.sort((a, b) => (lot.get(a) ?? 0) - (lot.get(b) ?? 0) || (a < b ? -1 : 1));
  }
  const longest = Math.max(0, ...Array.from(families.values(), (list) => list.length));
  return Array.from({ length: longest }, (_, round) =>
    order.flatMap((family) => families.get(family)?.[round] ?? []),
  ).flat();
}
