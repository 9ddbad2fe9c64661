import { schoolsOf, type Actor } from "../accounts/actor.ts";

/** Schools whose settings this person keeps: the office and the head. */
export function schoolsSetUpBy(actor: Actor): string[] {
  return schoolsOf(actor, "schoolOffice", "schoolHead");
}

export function canSetUpSchool(actor: Actor, uai: string): boolean {
  return schoolsSetUpBy(actor).includes(uai);
}

/** In what capacity someone who sets up this school does so. */
export function roleAt(actor: Actor, uai: string): "schoolHead" | "schoolOffice" {
  return schoolsOf(actor, "schoolHead").includes(uai) ? "schoolHead" : "schoolOffice";
}
