import type { Eligibility } from "#app/domain/offers/offer.ts";
import { challenges } from "#app/domain/reference/challenges.ts";
import { PERIODS, type Period, type SearchFilters } from "./search-filters.ts";

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

export const RESERVATIONS = [null, "rep", "qpv", "schools"] as const;
export type Reservation = (typeof RESERVATIONS)[number];
export const FOR_SCHOOLS = RESERVATIONS.indexOf("schools");

export const periodsOf = (traits: number) => traits & PERIOD_BITS;
export const challengesOf = (traits: number) => (traits >> CHALLENGE_SHIFT) & CHALLENGE_BITS;
export const reservationOf = (traits: number) => (traits >> RESERVATION_SHIFT) & RESERVATION_BITS;
export const sectorOf = (traits: number) => traits >> SECTOR_SHIFT;

export interface OpenOffer {
  freeWeek1: boolean;
  freeWeek2: boolean;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  challenges: readonly string[];
  reservedTo: Reservation;
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
  const reservation = RESERVATIONS.indexOf(offer.reservedTo);
  return periods | (met << CHALLENGE_SHIFT) | (reservation << RESERVATION_SHIFT) | (sector << SECTOR_SHIFT);
}

/** Tables of zeros and ones: whether an offer with these periods, these challenges, this sector is asked for. */
export interface FilterTables {
  period: Uint8Array;
  challenge: Uint8Array;
  sector: Uint8Array;
}

/** A sector asked for by its code, or by its family; both together when both are asked. */
export function filterTables(
  { periods, challenges: met, sectors, family }: SearchFilters,
  known: readonly { code: string; family: string }[],
): FilterTables {
  const wantedPeriods = periods.length > 0 ? bitsOf(PERIODS, (one) => periods.includes(one)) : PERIOD_BITS;
  const wantedChallenges = bitsOf(challenges, ({ slug }) => met.includes(slug));
  const sector = new Uint8Array(MAX_SECTORS);
  known.forEach((one, index) => {
    const asked = sectors.length === 0 || sectors.includes(one.code);
    sector[index] = asked && (family === null || one.family === family) ? 1 : 0;
  });
  return {
    period: Uint8Array.from({ length: PERIOD_BITS + 1 }, (_, bits) => Number((bits & wantedPeriods) !== 0)),
    challenge: Uint8Array.from({ length: CHALLENGE_BITS + 1 }, (_, bits) =>
      Number(wantedChallenges === 0 || (bits & wantedChallenges) !== 0),
    ),
    sector,
  };
}

/** By kind of reservation: 1 when the asker is entitled to all of that kind. Lists of schools are read one by one. */
export function entitlement(asker: Eligibility | null): Uint8Array {
  return Uint8Array.of(
    1,
    Number(asker?.priorityEducation ?? false),
    Number(asker?.priorityDistrict ?? false),
    0,
  );
}

function bitsOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.reduce((bits, item, index) => bits | (holds(item) ? 1 << index : 0), 0);
}
