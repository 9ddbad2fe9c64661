import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";

export const SCHOOL_IMAGE_KINDS = ["header", "stamp"] as const;
export type SchoolImageKind = (typeof SCHOOL_IMAGE_KINDS)[number];

/** The lines that the office and the head write. */
export const PROFILE_LINES = [
  "phone",
  "email",
  "weekContact",
  "weekPhone",
  "meetingPlace",
  "announcement",
  "instructions",
] as const;
type ProfileLine = (typeof PROFILE_LINES)[number];
/** All that a history tells of. */
export type ProfileField = ProfileLine | "deliberation" | SchoolImageKind;

/** What a school says of itself; null where it says nothing. */
export type ProfileLines = Record<ProfileLine, string | null>;

export interface SchoolProfile {
  uai: string;
  name: string;
  town: string;
  /** What the directory says, for the lines left empty. */
  directory: { phone: string | null; email: string | null };
  lines: ProfileLines;
  /** The school year that the date of the vote is about; null without a campaign. */
  schoolYear: string | null;
  deliberatedOn: CalendarDate | null;
  images: { kind: SchoolImageKind; sha256: string; width: number; height: number; addedAt: Date }[];
  changes: { fields: ProfileField[]; changedAt: Date; by: string | null }[];
}

/** `no_campaign`: no school year to date the vote in. `not_yet`: a vote of a day to come. */
export type SaveProfileFailure = Failure<"not_found" | "no_campaign" | "not_yet">;

export type SaveImageFailure = Failure<"not_found" | ImageFault | "too_many">;

/** What is wrong with a file sent as a picture. */
export type ImageFault = "missing" | "too_heavy" | "not_png" | "damaged" | "too_large" | "too_small";

/** Bytes of a picture as it is sent, and pixels of a side: a header across a page, a stamp in its box. */
export const IMAGE_LIMITS = { bytes: 300_000, largest: 1600, smallest: 40 } as const;

export const PROFILE_LENGTHS = { announcement: 600, instructions: 1500 } as const;
