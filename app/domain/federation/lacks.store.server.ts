import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { affiliations, classGroups, pupilNumbers } from "#db/schema/index.ts";
import { getCurrentCampaign } from "../campaigns/campaigns.queries.server.ts";
import type { Lack } from "./federation.failures.ts";

/** Of a pupil who has just been created in a school: classes to sit in, or the pupil in one of them. */
export async function lackOfPupil(tx: Queryable, schoolUai: string, now: Date): Promise<Lack | null> {
  const campaign = await getCurrentCampaign(tx, now);
  if (!campaign) return null;
  const ofYear = and(eq(classGroups.schoolUai, schoolUai), eq(classGroups.schoolYear, campaign.schoolYear));
  const [any] = await tx
    .select({ one: sql`1` })
    .from(classGroups)
    .where(ofYear)
    .limit(1);
  return { code: any ? "no_class" : "no_roster", schoolUai };
}

/** Of a legal representative for whom no page opens: the child, or their own name beside the child's. */
export async function lackOfGuardian(tx: Queryable, childNumberHashes: readonly string[]): Promise<Lack> {
  const [child] =
    childNumberHashes.length === 0
      ? []
      : await tx
          .select({ schoolUai: affiliations.schoolUai })
          .from(pupilNumbers)
          .innerJoin(affiliations, eq(affiliations.personId, pupilNumbers.personId))
          .where(
            and(inArray(pupilNumbers.numberHash, [...childNumberHashes]), eq(affiliations.role, "pupil")),
          )
          .orderBy(affiliations.validFrom, affiliations.id)
          .limit(1);
  return child
    ? { code: "unlisted_guardian", schoolUai: child.schoolUai }
    : { code: "unknown_child", schoolUai: null };
}
