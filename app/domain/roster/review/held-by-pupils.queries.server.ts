import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { agreements, applications } from "#db/schema/index.ts";

/** What pupils hold in a campaign, by pupil: applications that wait for an answer, and agreements. */
export type HeldByPupils = ReadonlyMap<string, { live: number; agreements: number }>;

export async function countHeldBy(
  db: Queryable,
  pupilIds: readonly string[],
  campaignId: string,
): Promise<HeldByPupils> {
  if (pupilIds.length === 0) return new Map();
  const live = await db
    .select({ pupilId: applications.pupilId, count: sql<number>`count(*)::int` })
    .from(applications)
    .where(
      and(
        inArray(applications.pupilId, [...pupilIds]),
        eq(applications.campaignId, campaignId),
        sql.raw(isLive("applications")),
      ),
    )
    .groupBy(applications.pupilId);
  const agreed = await db
    .select({ pupilId: agreements.pupilId, count: sql<number>`count(*)::int` })
    .from(agreements)
    .where(
      and(
        inArray(agreements.pupilId, [...pupilIds]),
        eq(agreements.campaignId, campaignId),
        ne(agreements.status, "cancelled"),
      ),
    )
    .groupBy(agreements.pupilId);
  const of = (rows: typeof live, pupilId: string) => rows.find((row) => row.pupilId === pupilId)?.count ?? 0;
  return new Map(
    pupilIds.map((pupilId) => [pupilId, { live: of(live, pupilId), agreements: of(agreed, pupilId) }]),
  );
}
