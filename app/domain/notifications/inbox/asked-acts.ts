import type { AgreementStatus } from "../../agreements/agreement.ts";
import { STATUSES_AWAITING_HOST, type ApplicationStatus } from "../../applications/application.ts";
import type { OfferStatus } from "../../offers/offer.ts";

/** Of a request for help: nobody has read what the pupil wrote last, someone has, it was closed. */
type HelpState = "unread" | "read" | "closed";
/** Of what has no states of its own: still to be done, done, or not to be done any more. */
type PlainState = "open" | "done" | "over";

interface States {
  application: ApplicationStatus;
  agreement: AgreementStatus;
  offer: OfferStatus;
  help: HelpState;
  /** The side's part of an agreement, and the remarks addressed to it. */
  part: PlainState;
  remark: PlainState;
  claim: PlainState;
  join: PlainState;
  arrival: PlainState;
  grid: PlainState;
  opinion: PlainState;
  erasure: PlainState;
  address: PlainState;
  /** Whoever reads it here has signed in. */
  sign_in: PlainState;
}
/** What a message asks an act of. */
export type Asked = keyof States;

/** The act can be done while its subject is in a state of `open`, is done in one of `done`, and is past in any other. */
type AskedAct = {
  [Of in Asked]: { of: Of; open: readonly States[Of][]; done: readonly States[Of][] };
}[Asked];

const answer: AskedAct = {
  of: "application",
  open: STATUSES_AWAITING_HOST,
  done: ["accepted", "declined", "confirmed"],
};
const confirm: AskedAct = { of: "application", open: ["accepted"], done: ["confirmed"] };
const read: AskedAct = { of: "help", open: ["unread"], done: ["read", "closed"] };
const plain = (of: Exclude<Asked, "application" | "agreement" | "offer" | "help">): AskedAct => ({
  of,
  open: ["open"],
  done: ["done"],
});

/** Messages that ask their reader for an act, by template. */
export const ASKED_ACTS: Readonly<Record<string, AskedAct>> = {
  "application-received": answer,
  "application-answer-reminder": answer,
  "application-restored": answer,
  "application-accepted": confirm,
  "application-confirm-reminder": confirm,
  "help-requested": { of: "help", open: ["unread", "read"], done: ["closed"] },
  "help-second-told": read,
  "help-continued": read,
  "agreement-to-complete": plain("part"),
  "agreement-changes-requested": plain("remark"),
  "agreement-to-validate": {
    of: "agreement",
    open: ["completed"],
    done: ["changes_requested", "teacher_validated", "signing", "signed"],
  },
  "agreement-to-sign": { of: "agreement", open: ["teacher_validated", "signing"], done: ["signed"] },
  "offer-rejected": { of: "offer", open: ["rejected"], done: ["draft", "submitted", "published", "paused"] },
  "host-claimed": plain("claim"),
  "school-join-requested": plain("join"),
  "placement-first-day-host": plain("arrival"),
  "placement-last-day-host": plain("grid"),
  "placement-ended-pupil": plain("opinion"),
  "erasure-requested": plain("erasure"),
  "address-suppressed": plain("address"),
  "account-expiring": plain("sign_in"),
};
