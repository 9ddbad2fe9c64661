import type { ClassTeacherRole } from "../../accounts/actor.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";

export interface KnownGuardian {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** A pupil of the school as the service knows them. */
export interface KnownPupil {
  personId: string;
  lastName: string;
  firstName: string;
  birthDate: CalendarDate | null;
  classGroupId: string | null;
  /** Hash of the number by which the school's software knows them. */
  keyHash: string | null;
  /** Hash of the national number. */
  numberHash: string | null;
  guardians: KnownGuardian[];
  /** `left`: was a pupil of the school, and may come back; `elsewhere`: is one of another school today. */
  standing: "here" | "left" | "elsewhere";
}

export interface KnownClass {
  id: string;
  name: string;
  headCount: number | null;
}

export interface KnownTeacher {
  personId: string;
  lastName: string;
  firstName: string;
}

/** What a school is before an import: read under its lock when it is about to be written. */
export interface KnownSchool {
  pupils: KnownPupil[];
  classes: KnownClass[];
  teachers: KnownTeacher[];
  /** "CLASS PERSON ROLE" of those who follow a class already. */
  following: ReadonlySet<string>;
  /** People of the file's national numbers who are no pupil of the school: `free` when they are none of any other. */
  elsewhere: ReadonlyMap<string, { personId: string; free: boolean }>;
}

export const CHANGE_KINDS = ["name", "birth_date", "guardian_added", "guardian_contact", "number"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface GuardianChange {
  id: string;
  email: string | null;
  phone: string | null;
}

export interface NewGuardian {
  name: string;
  email: string | null;
  phone: string | null;
}

/** A pupil of the file, and what writing them takes. */
export interface PlannedPupil {
  line: number;
  /** Null for someone who is new to the service. */
  personId: string | null;
  isNew: boolean;
  lastName: string;
  firstName: string;
  birthDate: CalendarDate;
  className: string | null;
  fromClassId: string | null;
  fromClassName: string | null;
  isMoved: boolean;
  changes: ChangeKind[];
  newGuardians: NewGuardian[];
  guardianChanges: GuardianChange[];
  /** To be kept; null when it is already, or when it is nobody's own. */
  keyHash: string | null;
  numberHash: string | null;
}

export interface GonePupil {
  personId: string;
  name: string;
  className: string;
}

export interface PlannedTeacher {
  className: string;
  personId: string;
  role: ClassTeacherRole;
}

export interface RosterPlan {
  pupils: PlannedPupil[];
  /** In the classes that the file tells of, and not in the file. */
  gone: GonePupil[];
  /** Classes of the school of which the file says nothing: nobody in them is touched. */
  silentClasses: string[];
  newClasses: { name: string; pupils: number }[];
  raisedHeadCounts: { classGroupId: string; name: string; from: number; to: number }[];
  /** Fewer in the file than the school expects: the head-count stays. */
  lowHeadCounts: { name: string; expected: number; pupils: number }[];
  teachers: PlannedTeacher[];
  /** Lines of pupils who are in another school. */
  elsewhereLines: number[];
  unknownTeacherLines: { line: number; role: ClassTeacherRole }[];
}
