import type { AgreementStatus } from "../../agreements/agreement.ts";
import { STATUSES_AWAITING_HOST, type ApplicationStatus } from "../../applications/application.ts";

/** Of a request for help: nobody has read what the pupil wrote last, someone has, it was closed. */
export type HelpState = "unread" | "read" | "closed";

type AskedWhile =
  | { of: "help"; statuses: readonly HelpState[] }
  | { of: "application"; statuses: readonly ApplicationStatus[] }
  | { of: "agreement"; statuses: readonly AgreementStatus[] };

const answer: AskedWhile = { of: "application", statuses: STATUSES_AWAITING_HOST };
const confirm: AskedWhile = { of: "application", statuses: ["accepted"] };

/** Messages that ask their reader for an act, by template: what they ask for can be done while their subject is in these states. */
export const ASKED_ACTS: Readonly<Record<string, AskedWhile>> = {
  "application-received": answer,
  "application-answer-reminder": answer,
  "application-restored": answer,
  "application-accepted": confirm,
  "application-confirm-reminder": confirm,
  "help-requested": { of: "help", statuses: ["unread", "read"] },
  "help-second-told": { of: "help", statuses: ["unread"] },
  "help-continued": { of: "help", statuses: ["unread"] },
  "agreement-to-complete": { of: "agreement", statuses: ["draft"] },
  "agreement-to-validate": { of: "agreement", statuses: ["completed"] },
  "agreement-changes-requested": { of: "agreement", statuses: ["changes_requested"] },
  "agreement-to-sign": { of: "agreement", statuses: ["teacher_validated", "signing"] },
};
