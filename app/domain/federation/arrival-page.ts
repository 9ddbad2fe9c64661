import type { StaffRole } from "../accounts/actor.ts";

interface Arrived {
  firstName: string;
  lastName: string;
}

/** What is left to choose on the page of an arrival. */
export type ArrivalPage =
  | (Arrived & {
      kind: "staff";
      role: StaffRole;
      email: string | null;
      schools: { uai: string; name: string; town: string }[];
      /** The address has an account here already. */
      hasAccount: boolean;
    })
  | (Arrived & { kind: "professional"; email: string; siret: string | null; hasAccount: boolean })
  | (Arrived & {
      kind: "guardian";
      children: { firstName: string; token: string }[];
      /** First name of the child whose link was opened in this browser, and whose follow-up may be linked. */
      linkable: string | null;
    });
