import { and, desc, eq } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { schoolContact } from "#app/domain/schools/profile/school-contact.server.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Queryable } from "#db/client.ts";
import { campaigns, classGroups, classMembers, schoolProfiles, schools } from "#db/schema/index.ts";

/** The class of a pupil, with what messages need of its school. */
export interface PupilClass extends Eligibility {
  classGroupId: string;
  className: string;
  town: string;
  /** Whom to call during the weeks, where the school or the directory says it. */
  phone: string | null;
  /** What the school tells and asks its hosts. */
  announcement: string | null;
  instructions: string | null;
  point: GeoPoint | null;
  informsGuardians: boolean;
}

/** In one campaign, or the last one; the last class joined when there were several. */
export async function findPupilClass(
  db: Queryable,
  pupilId: string,
  campaignId?: string,
): Promise<PupilClass | null> {
  const [row] = await db
    .select({
      classGroupId: classGroups.id,
      className: classGroups.name,
      schoolUai: schools.uai,
      town: schools.town,
      phone: schoolContact.weekPhone,
      announcement: schoolProfiles.announcement,
      instructions: schoolProfiles.instructions,
      latitude: schools.latitude,
      longitude: schools.longitude,
      priorityEducation: schools.priorityEducation,
      priorityDistrict: schools.priorityDistrict,
      informsGuardians: schools.informsGuardians,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(campaigns, eq(campaigns.schoolYear, classGroups.schoolYear))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(
      and(
        eq(classMembers.personId, pupilId),
        eq(classMembers.role, "pupil"),
        campaignId ? eq(campaigns.id, campaignId) : undefined,
      ),
    )
    .orderBy(desc(campaigns.startsOn), desc(classMembers.joinedAt))
    .limit(1);
  if (!row) return null;
  const { latitude, longitude, ...found } = row;
  return { ...found, point: latitude === null || longitude === null ? null : { latitude, longitude } };
}
