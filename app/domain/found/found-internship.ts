import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { AgreementStatus } from "../agreements/agreement.ts";
import type { WeekNumber } from "../campaigns/campaign.ts";

/** Of an internship found elsewhere: the host is asked, then says yes or no, or nothing; whoever entered it may take it back. */
export const FOUND_STATES = ["awaiting_host", "confirmed", "refused", "expired", "taken_back"] as const;
export type FoundState = (typeof FOUND_STATES)[number];

/** Why a host says no: a closed list, so that nothing is written about the pupil. */
export const FOUND_REFUSALS = ["not_these_dates", "no_place", "wrong_address"] as const;
export type FoundRefusal = (typeof FOUND_REFUSALS)[number];

export const FOUND_ACTIONS = ["confirm", "refuse", "expire", "ask_again", "take_back"] as const;
export type FoundAction = (typeof FOUND_ACTIONS)[number];

const TRANSITIONS: Record<FoundAction, { from: readonly FoundState[]; to: FoundState }> = {
  confirm: { from: ["awaiting_host"], to: "confirmed" },
  refuse: { from: ["awaiting_host"], to: "refused" },
  expire: { from: ["awaiting_host"], to: "expired" },
  // With the same address or another one: the links sent before are worth nothing any more.
  ask_again: { from: ["awaiting_host", "expired", "refused"], to: "awaiting_host" },
  take_back: { from: ["awaiting_host", "confirmed"], to: "taken_back" },
};

/** Where an action leads from a state; null where it may not be done. */
export function nextFoundState(state: FoundState, action: FoundAction): FoundState | null {
  const { from, to } = TRANSITIONS[action];
  return from.includes(state) ? to : null;
}

/** How many days a host has to answer. */
export const ANSWER_DAYS = 10;

/** As whoever follows the pupil, or the pupil, reads it. */
export interface FoundInternship {
  id: string;
  hostName: string;
  hostEmail: string;
  state: FoundState;
  weeks: WeekNumber[];
  enteredAt: Date;
  askedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  refusal: FoundRefusal | null;
  agreementId: string | null;
}

/** As the host reads it by its link: of the pupil, the first name and the school, as long as nothing is confirmed. */
export interface FoundRequest {
  id: string;
  linkVersion: number;
  hostName: string;
  state: FoundState;
  refusal: FoundRefusal | null;
  pupilFirstName: string;
  schoolName: string;
  schoolTown: string;
  schoolPhone: string | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  weeks: WeekNumber[];
  expiresAt: Date;
  agreement: { id: string; status: AgreementStatus } | null;
}
