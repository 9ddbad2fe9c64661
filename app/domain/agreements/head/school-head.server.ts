import { and, asc, eq } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, persons } from "#db/schema/index.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";

/** As an agreement names whoever heads the school that day; a predecessor never signs. */
export async function nameOfHead(
  tx: Queryable,
  schoolUai: string,
  today: CalendarDate,
): Promise<string | null> {
  const [head] = await tx
    .select({ firstName: persons.firstName, lastName: persons.lastName })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        eq(affiliations.schoolUai, schoolUai),
        eq(affiliations.role, "schoolHead"),
        affiliationInForce(today),
      ),
    )
    .orderBy(asc(affiliations.validFrom))
    .limit(1);
  return head ? `${head.firstName} ${head.lastName}` : null;
}
