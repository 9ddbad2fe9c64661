import { and, eq, inArray, isNull, lt, notInArray, or, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import {
  agreementDocuments,
  agreementRemarks,
  agreements,
  agreementTexts,
  agreementVersions,
  stateChanges,
} from "#db/schema/index.ts";
import { SEALED_STATUSES } from "./agreement.ts";
import { agreementContentSchema } from "./content/agreement-content.schema.ts";
import { withoutPeople } from "./content/without-people.ts";
import { agreementHash } from "./document/agreement-hash.server.ts";

/**
 * Takes away what names people in the agreements of these pupils, but for the archive: the validated version of an agreement that
 * stands, and its document.
 */
export async function eraseUnsealedAgreements(tx: Transaction, pupilIds: string[], now: Date): Promise<void> {
  const theirs = await tx
    .select({ id: agreements.id, status: agreements.status })
    .from(agreements)
    .where(inArray(agreements.pupilId, pupilIds));
  const ids = theirs.map(({ id }) => id);
  const sealed = theirs.filter(({ status }) => SEALED_STATUSES.includes(status)).map(({ id }) => id);
  await eraseParts(tx, ids, {
    version: or(
      notInArray(agreements.id, sealed),
      sql`${agreementVersions.version} <> ${agreements.currentVersion}`,
    ),
    document: or(
      notInArray(agreementDocuments.agreementId, sealed),
      sql`${agreementDocuments.stage} <> 'validated'`,
    ),
  });
  await markErased(
    tx,
    ids.filter((id) => !sealed.includes(id)),
    now,
  );
}

/** The archive comes to its term: gives how many agreements. */
export async function eraseAgreementsValidatedBefore(
  tx: Transaction,
  { before, limit }: { before: Date; limit: number },
  now: Date,
): Promise<number> {
  const due = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .where(and(lt(agreements.validatedAt, before), isNull(agreements.erasedAt)))
    .orderBy(agreements.id)
    .limit(limit)
    .for("update", { skipLocked: true });
  const ids = due.map(({ id }) => id);
  await eraseParts(tx, ids, {});
  await markErased(tx, ids, now);
  return ids.length;
}

async function markErased(tx: Transaction, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.update(agreements).set({ erasedAt: now }).where(inArray(agreements.id, ids));
}

/** Only the versions and documents of these conditions; remarks, and reasons given for a change, are of no archive. */
async function eraseParts(
  tx: Transaction,
  ids: string[],
  only: { version?: SQL | undefined; document?: SQL | undefined },
): Promise<void> {
  if (ids.length === 0) return;
  const versions = await tx
    .select({
      agreementId: agreementVersions.agreementId,
      version: agreementVersions.version,
      content: agreementVersions.content,
      textHash: agreementTexts.bodyHash,
    })
    .from(agreementVersions)
    .innerJoin(agreements, eq(agreements.id, agreementVersions.agreementId))
    .innerJoin(agreementTexts, eq(agreementTexts.id, agreementVersions.textId))
    .where(and(inArray(agreementVersions.agreementId, ids), only.version));
  for (const { agreementId, version, content, textHash } of versions) {
    const erased = withoutPeople(agreementContentSchema.parse(content));
    await tx
      .update(agreementVersions)
      .set({ content: erased, contentHash: agreementHash(erased, textHash) })
      .where(and(eq(agreementVersions.agreementId, agreementId), eq(agreementVersions.version, version)));
  }
  await tx.delete(agreementDocuments).where(and(inArray(agreementDocuments.agreementId, ids), only.document));
  await tx.delete(agreementRemarks).where(inArray(agreementRemarks.agreementId, ids));
  await tx.update(stateChanges).set({ reason: null }).where(inArray(stateChanges.agreementId, ids));
}
