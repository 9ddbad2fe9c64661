import type { AgreementSide, AgreementStatus } from "../agreement.ts";
import type { HostField, SchoolField } from "../content/agreement-content.ts";

/** Whose turn it is. */
export type AwaitedParty = "pupil" | "host" | "school" | "teacher" | "signatories";

/** What they have to do. */
export type AwaitedAct =
  | "first_sign_in"
  | "first_application"
  | "new_application"
  | "answer"
  | "confirmation"
  | "part"
  | "correction"
  | "validation"
  | "signatures";

/** Who is awaited, for what, and since when: lists, sorting, mails and pages tell it from here, by one sentence. */
export interface Awaited {
  party: AwaitedParty;
  act: AwaitedAct;
  /** Fields that a part still lacks. */
  missing: readonly (HostField | SchoolField)[];
  since: Date;
}

/** What an agreement's turn follows from. */
export interface AgreementProgress {
  status: AgreementStatus;
  createdAt: Date;
  hostCompletedAt: Date | null;
  schoolCompletedAt: Date | null;
  /** When it last became complete. */
  completedAt: Date | null;
  validatedAt: Date | null;
  /** The open remark that has waited longest, and to whom it is addressed. */
  remark: { addressee: AgreementSide; since: Date } | null;
  missingHost: readonly HostField[];
  missingSchool: readonly SchoolField[];
}

export type AwaitedReader = "pupil" | "host" | "school";

/**
 * Whose turn an agreement is, for one of its readers; null once nobody's. A correction that was asked for comes before what was
 * never filled. Which fields a side still lacks is told to the school, which sees the whole through, and to that side alone.
 */
export function awaitedOfAgreement(progress: AgreementProgress, reader: AwaitedReader): Awaited | null {
  const awaited = turnOf(progress, reader);
  if (awaited === null || reader === "school" || reader === awaited.party) return awaited;
  return { party: awaited.party, act: awaited.act, missing: [], since: awaited.since };
}

function turnOf(progress: AgreementProgress, reader: AwaitedReader): Awaited | null {
  const { status, createdAt, completedAt, validatedAt, remark } = progress;
  switch (status) {
    case "signed":
    case "cancelled":
      return null;
    case "teacher_validated":
    case "signing":
      return { party: "signatories", act: "signatures", missing: [], since: validatedAt ?? createdAt };
    case "completed":
      return { party: "teacher", act: "validation", missing: [], since: completedAt ?? createdAt };
    case "draft":
    case "changes_requested":
      if (remark) return { party: remark.addressee, act: "correction", missing: [], since: remark.since };
      return awaitedPart(progress, reader);
  }
}

/** Where both parts are open, the reader's own comes first, for it is what they can do; to others, the school's. */
function awaitedPart(progress: AgreementProgress, reader: AwaitedReader): Awaited | null {
  const { createdAt, hostCompletedAt, schoolCompletedAt, missingHost, missingSchool } = progress;
  const school: Awaited | null =
    schoolCompletedAt === null
      ? { party: "school", act: "part", missing: missingSchool, since: createdAt }
      : null;
  const host: Awaited | null =
    hostCompletedAt === null ? { party: "host", act: "part", missing: missingHost, since: createdAt } : null;
  return reader === "host" ? (host ?? school) : (school ?? host);
}

/** Whole turns in order: the one that has waited longest first, then those that nobody is awaited for. */
export function longestFirst(one: Awaited | null, other: Awaited | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one.since.getTime() - other.since.getTime();
}
