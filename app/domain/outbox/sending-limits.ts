/**
 * What one person can make the service send to others in a day, act by act: none of them is refused to someone who means it,
 * and none can be pressed until a mailbox is full. An act that fails is given back.
 */
export const SENDING_LIMITS = {
  /** Applications of one pupil to one offer, taken up again included: each is told to the host and to the family. */
  "send-application": 4,
  /** Applications of one pupil to one host, at whichever of its offers. */
  "send-host-applications": 8,
  /** Applications of one pupil, wherever they go. */
  "send-applications": 30,
  /** Answers of a host to one application: accepted, declined, refusal taken back. */
  "send-answer": 6,
  /** Applications that one person of a host passes on to a colleague. */
  "send-transfer": 20,
  /** Objections of one legal representative to one application, and their ends. */
  "send-objection": 4,
  /** Decisions on one agreement: validated, taken back, sent back to be changed. */
  "send-decision": 8,
  /** Fillings of one agreement, both sides together. */
  "send-part": 20,
  /** Offers of one author: each looks for its readers. */
  "send-offer": 50,
  /** Times one offer is opened again: those who wait for it are told. */
  "send-reopening": 6,
  /** Hosts that one person asks to confirm what was found elsewhere: a teacher of several classes enters many. */
  "send-found": 150,
  /** The same for one pupil, whoever asks. */
  "send-pupil-found": 8,
  /** Links that a school sends to one legal representative. */
  "send-family-link": 10,
  /** Accounts asked for in the name of one organisation: its members are asked to answer for each. */
  "send-claim": 20,
  /** Codes sent to one legal representative. */
  "send-code": 20,
} as const;

export type SendingLimit = keyof typeof SENDING_LIMITS;
