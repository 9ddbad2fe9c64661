import { and, eq, isNotNull } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { affiliations } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { affiliationInForce } from "../accounts/affiliation-in-force.server.ts";

/** The school of someone who is in one; null for somebody who is in several, or in none. */
export async function getOnlySchool({ db, clock }: UseCaseContext, personId: string): Promise<string | null> {
  const held = await db
    .selectDistinct({ uai: affiliations.schoolUai })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.personId, personId),
        isNotNull(affiliations.schoolUai),
        affiliationInForce(parisDate(clock.now())),
      ),
    )
    .limit(2);
  return held.length === 1 ? (held[0]?.uai ?? null) : null;
}
