import { hasRole, type Actor } from "../../accounts/actor.ts";

/** Who reads what a check has held. */
export function canModerate(actor: Actor): boolean {
  return hasRole(actor, "admin");
}
