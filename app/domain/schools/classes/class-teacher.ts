/** What a teacher is to a class: the form teacher knows it best, a referent teacher validates agreements. */
export const CLASS_TEACHER_ROLES = ["form_teacher", "referent_teacher"] as const;
export type ClassTeacherRole = (typeof CLASS_TEACHER_ROLES)[number];

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
