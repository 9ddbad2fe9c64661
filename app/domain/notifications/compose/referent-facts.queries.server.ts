import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import { persons, pupilReferents } from "#db/schema/index.ts";
import { findPupilClass, type PupilClass } from "./pupil-class.queries.server.ts";

const givers = alias(persons, "givers");

export interface ReferentFacts {
  teacherId: string;
  pupilId: string;
  pupilFirstName: string;
  byName: string | null;
  pupilClass: PupilClass | null;
}

/** To whom a pupil is entrusted, as long as they are. */
export async function getReferentFacts(
  db: Queryable,
  { referentId, now }: { referentId: string; now: Date },
): Promise<ReferentFacts | null> {
  const [row] = await db
    .select({
      teacherId: pupilReferents.teacherId,
      pupilId: pupilReferents.pupilId,
      pupilFirstName: persons.firstName,
      byName: sql<string | null>`${givers.firstName} || ' ' || ${givers.lastName}`,
    })
    .from(pupilReferents)
    .innerJoin(persons, eq(persons.id, pupilReferents.pupilId))
    .leftJoin(givers, eq(givers.id, pupilReferents.entrustedBy))
    .where(and(eq(pupilReferents.id, referentId), isNull(pupilReferents.endedAt)));
  const campaign = row && (await getCurrentCampaign(db, now));
  if (!campaign) return null;
  return { ...row, pupilClass: await findPupilClass(db, row.pupilId, campaign.id) };
}
