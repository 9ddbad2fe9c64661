import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { agreementDocuments, agreementTexts, agreementVersions, agreements } from "#db/schema/index.ts";
import { agreementDocument, type AgreementPdfRenderer, type AgreementStage } from "./agreement-document.ts";
import { parseAgreementText } from "#app/domain/agreements/text/agreement-text.ts";
import { readAgreementImages } from "#app/domain/agreements/school-lines/agreement-lines.queries.server.ts";
import type { AgreementRow } from "#app/domain/agreements/agreements.store.server.ts";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";

export interface StoredDocument {
  stage: AgreementStage;
  version: number;
  sha256: string;
  bytes: Uint8Array;
}

const VALIDATED: readonly AgreementStatus[] = ["teacher_validated", "signing", "signed"];

function stageOf(status: AgreementStatus): AgreementStage {
  if (status === "cancelled") return "cancelled";
  return VALIDATED.includes(status) ? "validated" : "draft";
}

/**
 * The PDF of an agreement's current version, made once for each stage: the first who asks, a reader or the job that follows
 * the validation, stores it, and everyone is given the stored bytes. No network and no rendering inside a transaction.
 */
export async function storeAgreementDocument(
  { db, pdf }: { db: Database; pdf: AgreementPdfRenderer },
  agreement: AgreementRow,
): Promise<StoredDocument> {
  const stage = stageOf(agreement.status);
  const known = await findDocument(db, agreement, stage);
  if (known) return known;
  const { body, createdAt } = await readSource(db, agreement, stage);
  const text = parseAgreementText(body);
  if (!text.ok) throw new Error("A stored agreement text is not well formed");
  const { content, contentHash: hash, version } = agreement;
  const images = await readAgreementImages(db, content.school);
  const bytes = await pdf.render(
    agreementDocument({ text: text.value, content, stage, version, hash, createdAt, images }),
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await db
    .insert(agreementDocuments)
    .values({ agreementId: agreement.id, version, stage, sha256, bytes, createdAt })
    .onConflictDoNothing();
  return (await findDocument(db, agreement, stage)) ?? { stage, version, sha256, bytes };
}

async function findDocument(
  db: Database,
  { id, version }: AgreementRow,
  stage: AgreementStage,
): Promise<StoredDocument | null> {
  const [row] = await db
    .select({ sha256: agreementDocuments.sha256, bytes: agreementDocuments.bytes })
    .from(agreementDocuments)
    .where(
      and(
        eq(agreementDocuments.agreementId, id),
        eq(agreementDocuments.version, version),
        eq(agreementDocuments.stage, stage),
      ),
    );
  return row ? { stage, version, ...row } : null;
}

/** The model text and the instant that the file bears: the version's own, or that of its validation or cancellation. */
async function readSource(
  db: Database,
  { id, version }: AgreementRow,
  stage: AgreementStage,
): Promise<{ body: string; createdAt: Date }> {
  const [row] = await db
    .select({
      body: agreementTexts.body,
      writtenAt: agreementVersions.createdAt,
      validatedAt: agreements.validatedAt,
      updatedAt: agreements.updatedAt,
    })
    .from(agreementVersions)
    .innerJoin(agreementTexts, eq(agreementTexts.id, agreementVersions.textId))
    .innerJoin(agreements, eq(agreements.id, agreementVersions.agreementId))
    .where(and(eq(agreementVersions.agreementId, id), eq(agreementVersions.version, version)));
  if (!row) throw new Error("An agreement without its version");
  // Nothing changes an agreement once it is cancelled.
  const instants = {
    draft: row.writtenAt,
    validated: row.validatedAt ?? row.writtenAt,
    cancelled: row.updatedAt,
  };
  return { body: row.body, createdAt: instants[stage] };
}
