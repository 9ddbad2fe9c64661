import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { ActingParty } from "../history/acting-party.ts";
import type { HoursGrid } from "../hours/hours-grid.ts";
import type { AgreementAction, AgreementStatus, AgreementSide } from "./agreement.ts";
import type { Awaited } from "./awaited/awaited.ts";
import type { AgreementChecks } from "./content/agreement-checks.ts";
import type { AgreementContent } from "./content/agreement-content.ts";

export interface AgreementRemark {
  id: string;
  field: string | null;
  addressee: AgreementSide;
  comment: string;
  createdAt: Date;
  /** Who asked; null when that person is no longer known. */
  authorName: string | null;
  resolvedAt: Date | null;
  /** Who answered it by changing their part. */
  resolvedByName: string | null;
}

export interface AgreementChange {
  from: AgreementStatus | null;
  to: AgreementStatus;
  at: Date;
  by: ActingParty;
  /** The name of an adult of the host or of the school; of nobody else. */
  byName: string | null;
  reason: string | null;
}

/** All that the host and the school read of an agreement. */
export interface AgreementView {
  id: string;
  status: AgreementStatus;
  version: number;
  contentHash: string;
  content: AgreementContent;
  /** What this reader may do now. */
  actions: AgreementAction[];
  /** Whose turn it is, as this reader may know it; null once nobody's. */
  awaited: Awaited | null;
  checks: AgreementChecks;
  remarks: AgreementRemark[];
  changes: AgreementChange[];
}

/** What a pupil needs to know of their internship: no remark between adults, no representative's address. */
export interface PupilAgreement {
  id: string;
  status: AgreementStatus;
  awaited: Awaited | null;
  version: number;
  host: Pick<AgreementContent["host"], "name" | "addressLine" | "postcode" | "town">;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  hoursGrid: HoursGrid;
  activities: string;
  lunch: string;
  transport: string;
  accessNote: string;
  supervisor: { name: string; contact: string };
  violencePreventionContact: string;
  referentTeacher: { name: string; contact: string };
  changes: Omit<AgreementChange, "reason">[];
}
