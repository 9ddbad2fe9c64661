import { CLASS_TEACHER_ROLES } from "../accounts/actor.ts";
import { and, asc, count, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import {
  agreementRemarks,
  agreements,
  agreementTexts,
  agreementVersions,
  classMembers,
} from "#db/schema/index.ts";
import type { ScheduledAgreement } from "../hours/check-hours.ts";
import type { AgreementStatus } from "./agreement.ts";
import { scheduleOf } from "./content/agreement-checks.ts";
import type { AgreementContent } from "./content/agreement-content.ts";
import { agreementContentSchema } from "./content/agreement-content.schema.ts";
import { agreementHash } from "./document/agreement-hash.server.ts";
import type { AgreementOwners } from "./agreements.policy.ts";

export interface AgreementRow extends AgreementOwners {
  id: string;
  campaignId: string;
  /** What was found elsewhere, and confirmed by a link. */
  foundId: string | null;
  status: AgreementStatus;
  version: number;
  hostCompletedAt: Date | null;
  schoolCompletedAt: Date | null;
  textId: string;
  textHash: string;
  contentHash: string;
  content: AgreementContent;
}

/** The agreement with its current content, or null. With `lock`, nobody else changes it until the transaction ends. */
export async function findAgreement(
  db: Queryable,
  id: string,
  { lock = false } = {},
): Promise<AgreementRow | null> {
  const base = db.select({ id: agreements.id }).from(agreements).where(eq(agreements.id, id));
  const [found] = await (lock ? base.for("update") : base);
  if (!found) return null;
  const [row] = await db
    .select({
      id: agreements.id,
      campaignId: agreements.campaignId,
      foundId: agreements.foundId,
      pupilId: agreements.pupilId,
      organisationId: agreements.organisationId,
      schoolUai: agreements.schoolUai,
      classGroupId: agreements.classGroupId,
      status: agreements.status,
      version: agreements.currentVersion,
      hostCompletedAt: agreements.hostCompletedAt,
      schoolCompletedAt: agreements.schoolCompletedAt,
      textId: agreementVersions.textId,
      textHash: agreementTexts.bodyHash,
      contentHash: agreementVersions.contentHash,
      content: agreementVersions.content,
    })
    .from(agreements)
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .innerJoin(agreementTexts, eq(agreementTexts.id, agreementVersions.textId))
    .where(eq(agreements.id, id));
  if (!row) return null;
  const { classGroupId, ...agreement } = row;
  return {
    ...agreement,
    content: agreementContentSchema.parse(row.content),
    teacherIds: await findTeachers(db, classGroupId),
  };
}

async function findTeachers(db: Queryable, classGroupId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: classMembers.personId })
    .from(classMembers)
    .where(
      and(eq(classMembers.classGroupId, classGroupId), inArray(classMembers.role, [...CLASS_TEACHER_ROLES])),
    );
  return rows.map(({ personId }) => personId);
}

/** When the pupil is at their other hosts in the same campaign: legal weeks and rests count over all of them. */
export async function listOtherSchedules(
  db: Queryable,
  agreement: Pick<AgreementRow, "id" | "pupilId" | "campaignId">,
): Promise<ScheduledAgreement[]> {
  const rows = await db
    .select({ content: agreementVersions.content })
    .from(agreements)
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .where(
      and(
        eq(agreements.pupilId, agreement.pupilId),
        eq(agreements.campaignId, agreement.campaignId),
        ne(agreements.id, agreement.id),
        ne(agreements.status, "cancelled"),
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(10);
  return rows.map(({ content }) => scheduleOf(agreementContentSchema.parse(content)));
}

/** The model text that new agreements take: the latest one imported. */
export async function findCurrentText(db: Queryable): Promise<{ id: string; bodyHash: string } | null> {
  const [text] = await db
    .select({ id: agreementTexts.id, bodyHash: agreementTexts.bodyHash })
    .from(agreementTexts)
    .orderBy(desc(agreementTexts.importedAt), desc(agreementTexts.id))
    .limit(1);
  return text ?? null;
}

/** Adds a version: versions are never rewritten, a signature binds the hash of one of them. */
export async function insertVersion(
  tx: Transaction,
  agreementId: string,
  next: { version: number; text: { id: string; bodyHash: string }; content: AgreementContent },
  createdAt: Date,
): Promise<void> {
  const { version, text, content } = next;
  const contentHash = agreementHash(content, text.bodyHash);
  await tx
    .insert(agreementVersions)
    .values({ agreementId, version, textId: text.id, content, contentHash, createdAt });
}

export async function countOpenRemarks(db: Queryable, agreementId: string): Promise<number> {
  const [row] = await db
    .select({ open: count() })
    .from(agreementRemarks)
    .where(and(eq(agreementRemarks.agreementId, agreementId), isNull(agreementRemarks.resolvedAt)));
  return row?.open ?? 0;
}
