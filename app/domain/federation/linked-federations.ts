import { isStaffRole, type Role } from "../accounts/actor.ts";
import type { Provider } from "./identity-provider.ts";

/** A federation by which someone signed in may also come. */
export interface LinkedFederation {
  provider: Provider;
  isLinked: boolean;
}

/** Which federation vouches for whom; a pupil's own is known without being linked. */
export function federationsFor(roles: readonly Role[]): Provider[] {
  if (roles.includes("pupil")) return [];
  return roles.some(isStaffRole) ? ["academie"] : ["proconnect"];
}
