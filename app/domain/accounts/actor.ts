/** Roles that an account can hold; a guardian acts by link and a partner by key, without account. */
export const ROLES = [
  "pupil",
  "employer",
  "teacher",
  "schoolOffice",
  "schoolHead",
  "academyReferent",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

export interface Affiliation {
  role: Role;
  schoolUai: string | null;
  organisationId: string | null;
  academyCode: string | null;
}

/** A signed-in person with the affiliations in force today. */
export interface Actor {
  personId: string;
  firstName: string;
  lastName: string;
  affiliations: Affiliation[];
}

/** Members of a school. */
export const STAFF_ROLES = ["teacher", "schoolOffice", "schoolHead"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What a teacher is to a class: the form teacher knows it best, a referent teacher validates agreements. */
export const CLASS_TEACHER_ROLES = ["form_teacher", "referent_teacher"] as const;
export type ClassTeacherRole = (typeof CLASS_TEACHER_ROLES)[number];

export function isStaffRole(role: Role | null): role is StaffRole {
  return STAFF_ROLES.some((one) => one === role);
}

/** Roles whose accounts open only after a second factor: those that see what pupils are and do. */
const SECOND_FACTOR_ROLES: readonly Role[] = [...STAFF_ROLES, "academyReferent", "admin"];

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.affiliations.some((affiliation) => roles.includes(affiliation.role));
}

/** Whoever is more than a pupil: pupils share machines, hosts and staff have devices of their own. */
export function isHostOrStaff(actor: Actor): boolean {
  return actor.affiliations.some(({ role }) => role !== "pupil");
}

export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => SECOND_FACTOR_ROLES.includes(role));
}

/** Host organisations that the actor answers for. */
export function organisationsOf(actor: Actor): string[] {
  return actor.affiliations.flatMap(({ role, organisationId }) =>
    role === "employer" && organisationId ? [organisationId] : [],
  );
}

/** Schools where the actor holds one of these roles. */
export function schoolsOf(actor: Actor, ...roles: Role[]): string[] {
  return actor.affiliations.flatMap(({ role, schoolUai }) =>
    roles.includes(role) && schoolUai ? [schoolUai] : [],
  );
}

/** In what capacity someone of a school acts there; their highest one. */
export function staffRoleAt(actor: Actor, uai: string): StaffRole {
  return (
    (["schoolHead", "schoolOffice"] as const).find((role) => schoolsOf(actor, role).includes(uai)) ??
    "teacher"
  );
}
