/** Where an application stands. The database has its type from this list. */
export const APPLICATION_STATUSES = [
  "draft",
  "submitted",
  "seen",
  "accepted",
  "confirmed",
  "declined",
  "withdrawn",
  "cancelled",
  "expired",
  "lapsed",
  "released",
  "transferred",
  "closed",
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Waiting for the host's word: what the host's own limit counts. */
export const STATUSES_AWAITING_HOST = ["submitted", "seen"] as const satisfies readonly ApplicationStatus[];

/** Still waiting for someone's word: counts in the pupil's limit and is released by a confirmation elsewhere. */
export const LIVE_STATUSES = [
  ...STATUSES_AWAITING_HOST,
  "accepted",
] as const satisfies readonly ApplicationStatus[];

export const APPLICATION_ACTIONS = [
  "submit",
  "see",
  "accept",
  "decline",
  "take_back_decline",
  "confirm",
  "withdraw",
  "restore",
  "object",
  "take_back_objection",
  "take_back_to_accepted",
  "cancel",
  "transfer",
  "expire",
  "lapse",
  "release",
  "close",
] as const;
export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];
export const APPLICATION_PARTIES = ["pupil", "guardian", "host", "system"] as const;
export type ApplicationParty = (typeof APPLICATION_PARTIES)[number];

interface Transition {
  by: ApplicationParty;
  from: readonly ApplicationStatus[];
  to: ApplicationStatus;
}

/** Who may do what from where: the whole life cycle. What the past forbids (a second restore, an act taken back too late) is judged by the use case. */
export const APPLICATION_TRANSITIONS: Record<ApplicationAction, Transition> = {
  submit: { by: "pupil", from: ["draft"], to: "submitted" },
  see: { by: "host", from: ["submitted"], to: "seen" },
  accept: { by: "host", from: STATUSES_AWAITING_HOST, to: "accepted" },
  decline: { by: "host", from: STATUSES_AWAITING_HOST, to: "declined" },
  take_back_decline: { by: "host", from: ["declined"], to: "seen" },
  confirm: { by: "pupil", from: ["accepted"], to: "confirmed" },
  withdraw: { by: "pupil", from: LIVE_STATUSES, to: "withdrawn" },
  restore: { by: "pupil", from: ["withdrawn"], to: "submitted" },
  object: { by: "guardian", from: LIVE_STATUSES, to: "withdrawn" },
  take_back_objection: { by: "guardian", from: ["withdrawn"], to: "submitted" },
  // Of an objection that gave a place back.
  take_back_to_accepted: { by: "guardian", from: ["withdrawn"], to: "accepted" },
  cancel: { by: "host", from: ["accepted", "confirmed"], to: "cancelled" },
  transfer: { by: "host", from: STATUSES_AWAITING_HOST, to: "transferred" },
  expire: { by: "system", from: STATUSES_AWAITING_HOST, to: "expired" },
  lapse: { by: "system", from: ["accepted"], to: "lapsed" },
  release: { by: "system", from: LIVE_STATUSES, to: "released" },
  // The host may answer for nothing any more: its number was taken away.
  close: { by: "system", from: LIVE_STATUSES, to: "closed" },
};

/** The status that an action leads to, or null when this party may not do it from there. */
export function nextStatus(
  status: ApplicationStatus,
  action: ApplicationAction,
  by: ApplicationParty,
): ApplicationStatus | null {
  const transition = APPLICATION_TRANSITIONS[action];
  return transition.by === by && transition.from.includes(status) ? transition.to : null;
}

export function awaitsHost(status: ApplicationStatus): boolean {
  return (STATUSES_AWAITING_HOST as readonly ApplicationStatus[]).includes(status);
}

export function isLive(status: ApplicationStatus): boolean {
  return (LIVE_STATUSES as readonly ApplicationStatus[]).includes(status);
}

/** What an application holds of each week that it asks for. */
export const WEEK_STATES = ["asked", "reserved", "taken", "given_back"] as const;
export type WeekState = (typeof WEEK_STATES)[number];

/** The state of its weeks follows from its status; a draft asks for none yet. */
export function weekStateOf(status: ApplicationStatus): WeekState | null {
  if (status === "draft") return null;
  if (status === "confirmed") return "taken";
  if (status === "accepted") return "reserved";
  return awaitsHost(status) ? "asked" : "given_back";
}

/** One change of state, as a timeline tells it. */
export interface ApplicationChange {
  from: ApplicationStatus | null;
  to: ApplicationStatus;
  by: ApplicationParty;
  reason: string | null;
  at: Date;
}

/** Reasons that a host can give: a closed list, kind and free of any judgement on the person. */
export const DECLINE_REASONS = [
  "no_seat_left",
  "dates",
  "no_supervisor",
  "other_profile",
  "activity_stopped",
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Reasons for which a host takes back a place that it gave. */
export const CANCEL_REASONS = [
  "no_supervisor",
  "activity_stopped",
  "site_closed",
  "dates",
  "not_safe",
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Words that a pupil can leave when taking an application back: a closed list, with nothing to moderate. */
export const WITHDRAW_WORDS = ["thanks", "place_found", "dates"] as const;
export type WithdrawWords = (typeof WITHDRAW_WORDS)[number];

/** Letters that a pupil keeps for later at the same time. */
export const MAX_APPLICATION_DRAFTS = 30;

export const MOTIVATION_LENGTH = { min: 30, max: 1500 } as const;
