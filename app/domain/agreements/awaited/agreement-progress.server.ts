import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreementRemarks, agreements, agreementVersions } from "#db/schema/index.ts";
import type { AgreementSide } from "../agreement.ts";
import { agreementContentSchema } from "../content/agreement-content.schema.ts";
import { missingHostFields, missingSchoolFields } from "../content/agreement-content.ts";
import { awaitedOfAgreement, type AgreementProgress, type Awaited, type AwaitedReader } from "./awaited.ts";

/**
 * What `awaitedOfAgreement` asks of a row of `agreements` beside its current version. The content is read while a part of it may
 * be missing, and only then.
 */
export const PROGRESS_COLUMNS = {
  status: agreements.status,
  createdAt: agreements.createdAt,
  hostCompletedAt: agreements.hostCompletedAt,
  schoolCompletedAt: agreements.schoolCompletedAt,
  validatedAt: agreements.validatedAt,
  completedAt: sql<Date | null>`(select max(c.changed_at) from state_changes c
    where c.agreement_id = ${agreements.id} and c.to_status = 'completed')`.mapWith(agreements.createdAt),
  remark: sql<{ addressee: AgreementSide; since: string } | null>`(
    select json_build_object('addressee', ${agreementRemarks.addressee}, 'since', ${agreementRemarks.createdAt})
    from ${agreementRemarks} where ${agreementRemarks.agreementId} = ${agreements.id}
      and ${agreementRemarks.resolvedAt} is null and ${agreements.status} in ('draft', 'changes_requested')
    order by ${agreementRemarks.createdAt}, ${agreementRemarks.id} limit 1)`,
  partialContent: sql<unknown>`case when ${agreements.status} in ('draft', 'changes_requested')
    then ${agreementVersions.content} end`,
};

type ProgressRow = Omit<AgreementProgress, "remark" | "missingHost" | "missingSchool"> & {
  remark: { addressee: AgreementSide; since: string } | null;
  partialContent: unknown;
};

/** Whose turn one agreement is, for one of its readers. */
export async function findAwaited(
  db: Queryable,
  agreementId: string,
  reader: AwaitedReader,
): Promise<Awaited | null> {
  const [row] = await db
    .select(PROGRESS_COLUMNS)
    .from(agreements)
    .innerJoin(
      agreementVersions,
      and(
        eq(agreementVersions.agreementId, agreements.id),
        eq(agreementVersions.version, agreements.currentVersion),
      ),
    )
    .where(eq(agreements.id, agreementId));
  return row ? awaitedOfRow(row, reader) : null;
}

export function awaitedOfRow(row: ProgressRow, reader: AwaitedReader): Awaited | null {
  const { status, createdAt, hostCompletedAt, schoolCompletedAt, completedAt, validatedAt, remark } = row;
  const content = row.partialContent === null ? null : agreementContentSchema.parse(row.partialContent);
  const progress: AgreementProgress = {
    status,
    createdAt,
    hostCompletedAt,
    schoolCompletedAt,
    completedAt,
    validatedAt,
    remark: remark && { addressee: remark.addressee, since: new Date(remark.since) },
    missingHost: content ? missingHostFields(content) : [],
    missingSchool: content ? missingSchoolFields(content) : [],
  };
  return awaitedOfAgreement(progress, reader);
}
