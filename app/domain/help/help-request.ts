import type { StaffRole } from "#app/domain/accounts/actor.ts";
import type { Failure } from "#app/kernel/result.ts";

/** What a pupil asks help about: a closed list, the words are optional. */
export const HELP_TOPICS = ["search", "agreement", "host", "behaviour", "safety", "other"] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** A pupil may be in danger: such a request comes before the others, and closes only with a word on what was done. */
const URGENT_TOPICS: readonly HelpTopic[] = ["behaviour", "safety"];

export function isUrgent(topic: HelpTopic): boolean {
  return URGENT_TOPICS.includes(topic);
}

/** Not for everybody's eyes: the pupil says who is to read it before it is sent. */
export function isDelicate(topic: HelpTopic): boolean {
  return topic === "behaviour";
}

/** Enough to say more, too few to drown those who answer. */
export const HELP_REQUESTS_A_DAY = 5;
export const HELP_BODY_LENGTH = 1000;
/** What one person writes in one conversation in a day. */
export const HELP_MESSAGES_A_DAY = 30;

/** The whole team of the class, or one person. */
export const WHOLE_TEAM = "team";

export type RequestHelpFailure = Failure<"no_class" | "unknown_reader"> | TooMany<"too_many_requests">;
export type ContinueHelpFailure = Failure<"not_found"> | TooMany<"too_many_messages">;
export type CloseHelpFailure = Failure<"not_found" | "note_needed" | "already_closed">;

interface TooMany<Code extends string> {
  code: Code;
  max: number;
}

/** Why an adult was told of a request. */
export const HELP_READER_REASONS = ["class", "chosen", "second"] as const;
export type HelpReaderReason = (typeof HELP_READER_REASONS)[number];

/** An adult of the school whom a pupil may choose to write to alone. */
export interface Confidant {
  personId: string;
  name: string;
  role: StaffRole;
}

/** Whom a pupil can turn to at school. */
export interface SchoolContacts {
  teachers: string[];
  school: { name: string; phone: string | null; email: string | null } | null;
}

/** A class in which pupils wait for help. */
export interface ClassInNeed {
  classGroupId: string;
  className: string;
  total: number;
}

/** What an adult does about a request: its history, which the pupil reads too. */
export const HELP_STEP_KINDS = ["read", "handled", "reopened", "second_told"] as const;
export type HelpStepKind = (typeof HELP_STEP_KINDS)[number];

export interface HelpStep {
  kind: HelpStepKind;
  /** Null when that person is no longer known. */
  byName: string | null;
  note: string | null;
  at: Date;
}

/** What one wrote to the other after the request. */
export interface HelpMessage {
  fromPupil: boolean;
  /** Null when that adult is no longer known. */
  byName: string | null;
  body: string;
  at: Date;
}

/** A request that the reader has just dealt with, and may still take back. */
export interface JustHandledRequest {
  id: string;
  pupilName: string;
  takeBackUntil: Date;
}

/** A request that nobody has dealt with yet, as those who may read it see it. */
export interface OpenHelpRequest {
  id: string;
  pupilName: string;
  className: string;
  topic: HelpTopic;
  body: string;
  askedAt: Date;
  /** Since when nobody has read what the pupil wrote last; null once someone has. */
  waitingSince: Date | null;
  steps: HelpStep[];
  /** The reader has said so already, and the pupil has written nothing since. */
  readByMe: boolean;
}

/** A request that was dealt with: nothing of it is lost. */
export type HandledHelpRequest = Omit<OpenHelpRequest, "readByMe">;

/** What a pupil reads of their own request. */
export type OwnHelpRequest = Pick<OpenHelpRequest, "id" | "topic" | "askedAt" | "steps"> & {
  /** How many times an adult wrote back. */
  answers: number;
};

/** A request with everything that followed, in the order it happened. */
export interface HelpConversation {
  id: string;
  topic: HelpTopic;
  body: string;
  askedAt: Date;
  handledAt: Date | null;
  isPrivate: boolean;
  pupilName: string;
  /** Names of those who were told at first. */
  toldTo: string[];
  steps: HelpStep[];
  messages: HelpMessage[];
}

/** The same for an adult who may read it. */
export interface FollowedConversation extends HelpConversation {
  pupilId: string;
  classGroupId: string;
  className: string;
  readByMe: boolean;
  /** Until when the reader may take back having closed it; null when there is nothing to take back. */
  takeBackUntil: Date | null;
}
