import type { ClassTeacherRole } from "../../accounts/actor.ts";

export interface ClassTeacher {
  classGroupId: string;
  personId: string;
  name: string;
  role: ClassTeacherRole;
}

/** A teacher of the school, whom its classes may be entrusted to. */
export interface SchoolTeacher {
  uai: string;
  personId: string;
  name: string;
}
