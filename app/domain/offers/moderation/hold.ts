/** Ways to reach someone outside the service, which no text meant for minors may hold unread. */
export const CONTACT_SIGNS = ["link", "email", "phone", "messenger"] as const;
export type ContactSign = (typeof CONTACT_SIGNS)[number];

/** `withdrawn`: its author took it back before anyone had read it. */
export const HOLD_DECISIONS = ["approved", "rejected", "withdrawn"] as const;
export type HoldDecision = (typeof HOLD_DECISIONS)[number];

export const HOLD_CODES = ["claimed_organisation", "renamed_organisation", ...CONTACT_SIGNS] as const;
export type HoldCode = (typeof HOLD_CODES)[number];

/** What pupils read of an offer before anyone knows them. */
export const CHECKED_TEXTS = [
  "organisationName",
  "title",
  "description",
  "activities",
  "lunch",
  "accessNote",
  "supervisorName",
] as const;
export type CheckedText = (typeof CHECKED_TEXTS)[number];

/** Why an offer waits for someone to read it: the rule, and where it was met. */
export interface HoldReason {
  code: HoldCode;
  field: CheckedText | null;
  words: string | null;
}

export interface OfferHold {
  reasons: HoldReason[];
  heldAt: Date;
  decision: HoldDecision | null;
  decidedAt: Date | null;
  explanation: string | null;
}
