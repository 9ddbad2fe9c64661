import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import type { LinkSigner } from "#app/kernel/link-signer.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  applicationWeeks,
  classGroups,
  foundInternships,
  persons,
  schoolProfiles,
  schools,
} from "#db/schema/index.ts";
import { periodOf, type Campaign, type WeekNumber } from "../campaigns/campaign.ts";
import { getCampaign } from "../campaigns/campaigns.queries.server.ts";
import { schoolContact } from "../schools/profile/school-contact.server.ts";
import type { FoundInternship, FoundRequest } from "./found-internship.ts";

const MOST = 50;
const weeks = sql<WeekNumber[]>`array(select w.week::int from ${applicationWeeks} w
  where w.found_id = ${foundInternships.id} order by w.week)`;

/** What this pupil has found elsewhere in a campaign, the latest first; the caller has checked who reads. */
export function listFound(
  db: Queryable,
  { pupilId, campaign }: { pupilId: string; campaign: Pick<Campaign, "id"> },
): Promise<FoundInternship[]> {
  return db
    .select({
      id: foundInternships.id,
      hostName: foundInternships.hostName,
      hostEmail: foundInternships.hostEmail,
      state: foundInternships.state,
      weeks,
      enteredAt: foundInternships.enteredAt,
      askedAt: foundInternships.askedAt,
      expiresAt: foundInternships.expiresAt,
      endedAt: foundInternships.endedAt,
      refusal: foundInternships.refusal,
      agreementId: sql<string | null>`(select g.id from ${agreements} g
        where g.found_id = ${foundInternships.id} and g.status <> 'cancelled')`,
    })
    .from(foundInternships)
    .where(and(eq(foundInternships.pupilId, pupilId), eq(foundInternships.campaignId, campaign.id)))
    .orderBy(desc(foundInternships.enteredAt), asc(foundInternships.id))
    .limit(MOST);
}

/** What this link opens; null for one that we did not make, or that a newer one has replaced. Nothing is consumed. */
export async function findFoundByLink(
  { db, links }: { db: Queryable; links: LinkSigner },
  token: string,
): Promise<FoundRequest | null> {
  const link = links.read("found", token);
  if (!link) return null;
  const [row] = await db
    .select({
      id: foundInternships.id,
      linkVersion: foundInternships.linkVersion,
      campaignId: foundInternships.campaignId,
      hostName: foundInternships.hostName,
      state: foundInternships.state,
      refusal: foundInternships.refusal,
      pupilFirstName: persons.firstName,
      schoolName: schools.name,
      schoolTown: schools.town,
      schoolPhone: schoolContact.weekPhone,
      weeks,
      expiresAt: foundInternships.expiresAt,
      agreementId: agreements.id,
      agreementStatus: agreements.status,
    })
    .from(foundInternships)
    .innerJoin(persons, eq(persons.id, foundInternships.pupilId))
    .innerJoin(classGroups, eq(classGroups.id, foundInternships.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .leftJoin(
      agreements,
      and(eq(agreements.foundId, foundInternships.id), ne(agreements.status, "cancelled")),
    )
    .where(and(eq(foundInternships.id, link.id), eq(foundInternships.linkVersion, link.version)));
  const campaign = row && (await getCampaign(db, row.campaignId));
  if (!row || !campaign) return null;
  const { campaignId: _campaignId, agreementId, agreementStatus, ...request } = row;
  const agreement = agreementId && agreementStatus ? { id: agreementId, status: agreementStatus } : null;
  return { ...request, ...periodOf(campaign, row.weeks), agreement };
}
