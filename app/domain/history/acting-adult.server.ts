import { sql } from "drizzle-orm";
import { persons, stateChanges } from "#db/schema/index.ts";

/**
 * The name of who made a change, when it is an adult of the host or of the school acting for their side; beside a left join
 * of the actor. Pupils and families are told by their part alone.
 */
export const actingAdult = sql<string | null>`case
  when ${stateChanges.actorRole} in ('host', 'teacher', 'school') then ${persons.firstName} || ' ' || ${persons.lastName} end`;
