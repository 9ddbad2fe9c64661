import type { Failure } from "#app/kernel/result.ts";

/** What a pupil asks help about: a closed list, the words are optional. */
export const HELP_TOPICS = ["search", "agreement", "host", "behaviour", "safety", "other"] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** Enough to say more, too few to drown those who answer. */
export const HELP_REQUESTS_A_DAY = 5;
export const HELP_BODY_LENGTH = 1000;

export type RequestHelpFailure = Failure<"no_class"> | { code: "too_many_requests"; max: number };

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
export const HELP_STEP_KINDS = ["read", "handled", "reopened"] as const;
export type HelpStepKind = (typeof HELP_STEP_KINDS)[number];

export interface HelpStep {
  kind: HelpStepKind;
  /** Null when that person is no longer known. */
  byName: string | null;
  at: Date;
}

/** A request that the reader has just dealt with, and may still take back. */
export interface JustHandledRequest {
  id: string;
  pupilName: string;
  takeBackUntil: Date;
}

/** A request that nobody has dealt with yet, as those of the class read it. */
export interface OpenHelpRequest {
  id: string;
  pupilName: string;
  topic: HelpTopic;
  body: string;
  askedAt: Date;
  steps: HelpStep[];
  /** The reader has said so already. */
  readByMe: boolean;
}

/** A request that was dealt with: nothing of it is lost. */
export type HandledHelpRequest = Omit<OpenHelpRequest, "readByMe">;

/** What a pupil reads of their own request. */
export type OwnHelpRequest = Pick<OpenHelpRequest, "id" | "topic" | "askedAt" | "steps">;
