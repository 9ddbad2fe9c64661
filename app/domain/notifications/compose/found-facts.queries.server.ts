import { and, eq, ne } from "drizzle-orm";
import { periodOf } from "#app/domain/campaigns/campaign.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { findFound } from "#app/domain/found/found.store.server.ts";
import type { Queryable } from "#db/client.ts";
import { agreements, classGroups, foundInternships, persons, schools } from "#db/schema/index.ts";

/** What messages about an internship found elsewhere may say. */
export async function getFoundFacts(db: Queryable, foundId: string) {
  const found = await findFound(db, foundId);
  const campaign = found && (await getCampaign(db, found.campaignId));
  if (!found || !campaign) return null;
  const [row] = await db
    .select({
      refusal: foundInternships.refusal,
      classGroupId: foundInternships.classGroupId,
      pupilFirstName: persons.firstName,
      pupilBirthDate: persons.birthDate,
      schoolName: schools.name,
      agreementId: agreements.id,
    })
    .from(foundInternships)
    .innerJoin(persons, eq(persons.id, foundInternships.pupilId))
    .innerJoin(classGroups, eq(classGroups.id, foundInternships.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(
      agreements,
      and(eq(agreements.foundId, foundInternships.id), ne(agreements.status, "cancelled")),
    )
    .where(eq(foundInternships.id, foundId));
  const { startsOn, endsOn } = periodOf(campaign, found.weeks);
  return row ? { ...found, ...row, period: { startsOn, endsOn } } : null;
}
