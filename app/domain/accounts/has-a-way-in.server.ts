import { sql, type SQL } from "drizzle-orm";
import { identities, persons } from "#db/schema/index.ts";

/** Rows of `persons` that can sign in: by a password, or by a federation. */
export function hasAWayIn(): SQL<boolean> {
  return sql<boolean>`exists (
    select from ${identities} where ${identities.personId} = ${persons.id} and ${identities.validTo} is null)`;
}
