export const AGREEMENT_STATUSES = [
  "draft",
  "completed",
  "changes_requested",
  "teacher_validated",
  "signing",
  "signed",
  "cancelled",
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** A version that was validated, and that nothing took back, is kept as it is. */
export const SEALED_STATUSES: readonly AgreementStatus[] = ["teacher_validated", "signing", "signed"];

/** The two sides that fill an agreement, and to whom a remark is addressed. */
export const AGREEMENT_SIDES = ["host", "school"] as const;
export type AgreementSide = (typeof AGREEMENT_SIDES)[number];

export const AGREEMENT_ACTIONS = [
  "fill_host",
  "fill_school",
  "validate",
  "take_back_validation",
  "request_changes",
  "cancel",
] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];
/** `staff` is the office or the head of the school; `teacher` teaches the pupil's class. */
export type AgreementParty = "pupil" | "host" | "teacher" | "staff";

interface Transition {
  by: readonly AgreementParty[];
  from: readonly AgreementStatus[];
}

/**
 * Who may do what from where. Filling leads to "completed" once both parts are whole, else back to "draft";
 * the other actions lead where their name says.
 */
export const AGREEMENT_TRANSITIONS: Record<AgreementAction, Transition> = {
  fill_host: { by: ["host"], from: ["draft", "completed", "changes_requested"] },
  fill_school: { by: ["teacher", "staff"], from: ["draft", "completed", "changes_requested"] },
  validate: { by: ["teacher"], from: ["completed"] },
  take_back_validation: { by: ["teacher"], from: ["teacher_validated"] },
  request_changes: { by: ["teacher"], from: ["completed"] },
  // With the place itself; once signed, it is broken off by other means than a button.
  cancel: {
    by: ["host"],
    from: ["draft", "completed", "changes_requested", "teacher_validated", "signing"],
  },
};

export function mayAct(status: AgreementStatus, action: AgreementAction, party: AgreementParty): boolean {
  const { by, from } = AGREEMENT_TRANSITIONS[action];
  return by.includes(party) && from.includes(status);
}

/** Status after a part was filled: a remark still open keeps the agreement with those who must answer. */
export function statusOnceFilled(parts: {
  hostCompleted: boolean;
  schoolCompleted: boolean;
  openRemarks: number;
}): AgreementStatus {
  if (parts.openRemarks > 0) return "changes_requested";
  return parts.hostCompleted && parts.schoolCompleted ? "completed" : "draft";
}
