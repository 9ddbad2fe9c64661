/** Roads are longer than straight lines by this much. */
const DETOUR = 1.3;
const KM_PER_HOUR = { foot: 4.5, bike: 14, transit: 20, train: 50 } as const;
/** To and from the stop, and waiting there. */
const STOP_MINUTES = 10;
/** Beyond, one takes a train or a coach rather than a bus through town. */
const TOWN_KM = 15;
const LONGEST = { foot: 30, bike: 45 } as const;

export interface TravelTime {
  mode: "foot" | "bike" | "transit";
  /** Rounded to five minutes, five at least. */
  minutes: number;
}

/**
 * How long a way may take, from its length as the crow flies: a rough rule, no timetable is read. The road is 1.3 times
 * as long. On foot at 4.5 km/h when that takes 30 minutes at most; else by bike at 14 km/h when that takes 45 minutes at
 * most; else by public transport: 10 minutes for the stops, the first 15 km at 20 km/h, the rest at 50 km/h.
 */
export function estimateTravel(km: number): TravelTime {
  const road = km * DETOUR;
  const onFoot = (road / KM_PER_HOUR.foot) * 60;
  if (onFoot <= LONGEST.foot) return { mode: "foot", minutes: roughly(onFoot) };
  const byBike = (road / KM_PER_HOUR.bike) * 60;
  if (byBike <= LONGEST.bike) return { mode: "bike", minutes: roughly(byBike) };
  const inTown = Math.min(road, TOWN_KM);
  const hours = inTown / KM_PER_HOUR.transit + (road - inTown) / KM_PER_HOUR.train;
  return { mode: "transit", minutes: roughly(STOP_MINUTES + hours * 60) };
}

function roughly(minutes: number): number {
  return Math.max(5, Math.round(minutes / 5) * 5);
}
