export type AgreementEvent =
  | { type: "agreement.to_complete"; agreementId: string; addressee: "host" | "school" }
  | { type: "agreement.completed"; agreementId: string }
  | { type: "agreement.changes_requested"; agreementId: string; addressee: "host" | "school" }
  | { type: "agreement.validated"; agreementId: string };
