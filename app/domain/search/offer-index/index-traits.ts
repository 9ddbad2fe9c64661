import type { Eligibility } from "#app/domain/offers/offer.ts";
import { RESERVATION_ASKS, RESERVATIONS, type Reservation } from "#app/domain/offers/reservation.ts";
import { challenges } from "#app/domain/reference/challenges.ts";
import { PERIODS, type Period, type SearchFilters } from "#app/domain/search/search-filters.ts";

/**
 * What filters ask of an offer, in 16 bits: the periods that have room (3), the challenges (4), the kind of
 * reservation (2), the number of the sector (7). A filter is then a small table read at each offer.
 */
const PERIOD_BITS = 0b111;
const CHALLENGE_SHIFT = 3;
const CHALLENGE_BITS = 0b1111;
const RESERVATION_SHIFT = 7;
const RESERVATION_BITS = 0b11;
const SECTOR_SHIFT = 9;
export const MAX_SECTORS = 128;

const KINDS_OF_RESERVATION = [null, ...RESERVATIONS] as const;

export const periodsOf = (traits: number) => traits & PERIOD_BITS;
export const challengesOf = (traits: number) => (traits >> CHALLENGE_SHIFT) & CHALLENGE_BITS;
/** The periods and challenges of an offer, as one open to all would have them. */
export const withoutReservation = (traits: number) => traits & ((1 << RESERVATION_SHIFT) - 1);
export const sectorOf = (traits: number) => traits >>> SECTOR_SHIFT;

export interface OpenOffer {
  freeWeek1: boolean;
  freeWeek2: boolean;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  challenges: readonly string[];
  reservedTo: Reservation | null;
}

export function traitsOf(offer: OpenOffer, sector: number): number {
  const { freeWeek1, freeWeek2, acceptsBothWeeks, acceptsSingleWeek } = offer;
  const room: Record<Period, boolean> = {
    "deux-semaines": acceptsBothWeeks && freeWeek1 && freeWeek2,
    "semaine-1": acceptsSingleWeek && freeWeek1,
    "semaine-2": acceptsSingleWeek && freeWeek2,
  };
  const periods = bitsOf(PERIODS, (period) => room[period]);
  if (periods === 0) return 0;
  const met = bitsOf(challenges, ({ slug }) => offer.challenges.includes(slug));
  const reservation = KINDS_OF_RESERVATION.indexOf(offer.reservedTo);
  return periods | (met << CHALLENGE_SHIFT) | (reservation << RESERVATION_SHIFT) | (sector << SECTOR_SHIFT);
}

/** By value of the nine low bits: whether an offer is refused, taken, or taken if the asker's school is on its list. */
export const REFUSED = 0;
const TAKEN = 1;
export const TAKEN_IF_LISTED = 2;
export const LOW_BITS = 0b1_1111_1111;

/** A filter as tables read at each offer: by its low bits, and by the number of its sector. */
export interface FilterTables {
  low: Uint8Array;
  sector: Uint8Array;
}

export type TraitFilters = Pick<SearchFilters, "periods" | "challenges" | "sectors" | "family">;
export const NO_FILTER: TraitFilters = { periods: [], challenges: [], sectors: [], family: null };

/** A sector is asked for by its code or by its family; by both when both are asked. */
export function filterTables(
  { periods, challenges: met, sectors, family }: TraitFilters,
  asker: Eligibility | null,
  known: readonly { code: string; family: string }[],
): FilterTables {
  const wantedPeriods = periods.length > 0 ? bitsOf(PERIODS, (one) => periods.includes(one)) : PERIOD_BITS;
  const wantedChallenges = bitsOf(challenges, ({ slug }) => met.includes(slug));
  const sector = new Uint8Array(MAX_SECTORS);
  known.forEach((one, index) => {
    const asked = sectors.length === 0 || sectors.includes(one.code);
    sector[index] = Number(asked && (family === null || one.family === family));
  });
  const low = Uint8Array.from({ length: LOW_BITS + 1 }, (_, bits) => {
    const inTime = (periodsOf(bits) & wantedPeriods) !== 0;
    const met = wantedChallenges === 0 || (challengesOf(bits) & wantedChallenges) !== 0;
    return inTime && met
      ? admission(KINDS_OF_RESERVATION[(bits >> RESERVATION_SHIFT) & RESERVATION_BITS] ?? null, asker)
      : REFUSED;
  });
  return { low, sector };
}

function admission(reservedTo: Reservation | null, asker: Eligibility | null): number {
  if (reservedTo === null) return TAKEN;
  const asked = RESERVATION_ASKS[reservedTo];
  if (!asker) return REFUSED;
  if (asked === "listed") return TAKEN_IF_LISTED;
  return asker[asked] ? TAKEN : REFUSED;
}

function bitsOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.reduce((bits, item, index) => bits | (holds(item) ? 1 << index : 0), 0);
}
