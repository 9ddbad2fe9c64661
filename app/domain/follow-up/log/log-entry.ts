import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";

/** What the team writes about a pupil: an exchange that took place or is planned, or a note for colleagues. */
export const LOG_KINDS = ["contact", "note"] as const;
export type LogKind = (typeof LOG_KINDS)[number];

export const CONTACT_WAYS = ["call", "video", "visit", "message"] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** Whom one spoke to. */
export const CONTACT_PARTIES = ["pupil", "family", "host"] as const;
export type ContactParty = (typeof CONTACT_PARTIES)[number];

export const CONTACT_STATES = ["held", "planned", "missed"] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

export const LOG_TEXT_LENGTH = 1000;

/** "HH:MM", on the clocks of the school. */
export type ClockTime = string;

export interface Contact {
  way: ContactWay;
  party: ContactParty;
  state: ContactState;
  onDay: CalendarDate;
  /** Always there for one that is planned. */
  atTime: ClockTime | null;
}

/** What is read of one, by those who follow the pupil. */
export interface LogEntry {
  id: string;
  /** Of an exchange; null for a note. */
  contact: Contact | null;
  text: string;
  writtenAt: Date;
  changedAt: Date | null;
  /** Null when that person is no longer known. */
  byName: string | null;
  /** Only who wrote it changes it. */
  isMine: boolean;
}

export interface PupilLog {
  entries: LogEntry[];
  /** What the reader has just taken back, and may put there again. */
  removed: { id: string; kind: LogKind; restoreUntil: Date }[];
}

export type SaveContactFailure = Failure<"not_found" | "not_yet" | "past" | "too_far">;

/** Exchanges are told of within the year; a slot is planned within the year too. */
export const LOG_DAYS = 366;
