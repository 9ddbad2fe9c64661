import type { Eligibility } from "./offer.ts";

/** Whom a reserved offer is kept for: schools of priority education, of a priority district, or those that it lists. */
export const RESERVATIONS = ["rep", "qpv", "schools"] as const;
export type Reservation = (typeof RESERVATIONS)[number];

/** What each reservation asks of the pupil's school: one of its attributes, or to be on the offer's list. */
export const RESERVATION_ASKS = {
  rep: "priorityEducation",
  qpv: "priorityDistrict",
  schools: "listed",
} as const satisfies Record<Reservation, keyof Eligibility | "listed">;
