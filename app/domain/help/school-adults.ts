import type { Confidant } from "./help-request.ts";

/** Who is told of a request first: the teachers of the class; of a class without teacher, the office and the head. */
export function firstTold<Adult extends Pick<Confidant, "role">>(adults: readonly Adult[]): Adult[] {
  const teachers = adults.filter(({ role }) => role === "teacher");
  return teachers.length > 0 ? teachers : [...adults];
}

/** Who is told when nobody has read it: the head, else the office, else the teachers of the class; never someone who was told. */
export function secondTold<Adult extends Pick<Confidant, "role" | "personId">>(
  adults: readonly Adult[],
  told: ReadonlySet<string>,
): Adult[] {
  const others = adults.filter(({ personId }) => !told.has(personId));
  for (const wanted of ["schoolHead", "schoolOffice", "teacher"] as const) {
    const found = others.filter(({ role }) => role === wanted);
    if (found.length > 0) return found;
  }
  return [];
}
