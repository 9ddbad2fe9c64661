import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import {
  agreements,
  applicationWeeks,
  classGroups,
  foundInternships,
  hostOrganisations,
} from "#db/schema/index.ts";
import type { WeekNumber } from "../campaigns/campaign.ts";
import type { FoundRefusal, FoundState } from "./found-internship.ts";

export interface FoundRow {
  id: string;
  campaignId: string;
  pupilId: string;
  schoolUai: string;
  hostName: string;
  hostEmail: string;
  state: FoundState;
  linkVersion: number;
  expiresAt: Date;
  enteredBy: string | null;
  weeks: WeekNumber[];
}

/** With `lock`, nobody else changes it until the transaction ends; the pupil is locked before. */
export async function findFound(db: Queryable, id: string, { lock = false } = {}): Promise<FoundRow | null> {
  const query = db
    .select({
      id: foundInternships.id,
      campaignId: foundInternships.campaignId,
      pupilId: foundInternships.pupilId,
      schoolUai: classGroups.schoolUai,
      hostName: foundInternships.hostName,
      hostEmail: foundInternships.hostEmail,
      state: foundInternships.state,
      linkVersion: foundInternships.linkVersion,
      expiresAt: foundInternships.expiresAt,
      enteredBy: foundInternships.enteredBy,
      weeks: sql<WeekNumber[]>`array(select w.week::int from ${applicationWeeks} w
        where w.found_id = ${foundInternships.id} order by w.week)`,
    })
    .from(foundInternships)
    .innerJoin(classGroups, eq(classGroups.id, foundInternships.classGroupId))
    .where(eq(foundInternships.id, id));
  const [row] = await (lock ? query.for("update", { of: foundInternships }) : query);
  return row ?? null;
}

/** Its next state and what its weeks hold then: the constraints on weeks judge it. */
export async function moveFound(
  tx: Transaction,
  id: string,
  change: {
    state: FoundState;
    weeks: "asked" | "taken" | "given_back";
    endedAt: Date | null;
    refusal?: FoundRefusal;
  },
): Promise<void> {
  const { state, weeks, endedAt, refusal } = change;
  await tx
    .update(foundInternships)
    .set({ state, endedAt, refusal: refusal ?? null })
    .where(eq(foundInternships.id, id));
  await tx.update(applicationWeeks).set({ state: weeks }).where(eq(applicationWeeks.foundId, id));
}

/** Takes away what was found elsewhere by these pupils, and who signs at its hosts: the organisation alone stays known. */
export async function eraseFound(tx: Transaction, pupilIds: string[]): Promise<void> {
  const hosts = tx
    .select({ id: agreements.organisationId })
    .from(agreements)
    .where(inArray(agreements.pupilId, pupilIds));
  await tx
    .update(hostOrganisations)
    .set({ signatoryName: null, signatoryQuality: null, preventionContact: null })
    .where(and(isNotNull(hostOrganisations.foundAt), inArray(hostOrganisations.id, hosts)));
  await tx.delete(foundInternships).where(inArray(foundInternships.pupilId, pupilIds));
}
