export type AgreementEvent =
  | { type: "agreement.to_complete"; agreementId: string; addressee: "host" | "school" }
  | { type: "agreement.completed"; agreementId: string }
  | { type: "agreement.changes_requested"; agreementId: string; addressee: "host" | "school" }
  | { type: "agreement.validated"; agreementId: string }
  /** The signatures are open. */
  | { type: "agreement.to_sign"; agreementId: string }
  | { type: "agreement.signed"; agreementId: string }
  /** The host took the place back. */
  | { type: "agreement.cancelled"; agreementId: string };

/** What happens during a placement and must be told at once. */
export type PlacementEvent =
  | { type: "placement.absence_reported"; applicationId: string }
  | { type: "placement.accident_reported"; applicationId: string };
