import { sql } from "drizzle-orm";
import { agreementRemarks, agreements, agreementVersions } from "#db/schema/index.ts";
import type { AgreementSide } from "../agreement.ts";
import { agreementContentSchema } from "../content/agreement-content.schema.ts";
import { missingHostFields, missingSchoolFields } from "../content/agreement-content.ts";
import { awaitedOfAgreement, type AgreementProgress, type Awaited } from "./awaited.ts";

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

export function awaitedOfRow(row: ProgressRow): Awaited | null {
  const { status, createdAt, hostCompletedAt, schoolCompletedAt, completedAt, validatedAt, remark } = row;
  const content = row.partialContent === null ? null : agreementContentSchema.parse(row.partialContent);
  return awaitedOfAgreement({
    status,
    createdAt,
    hostCompletedAt,
    schoolCompletedAt,
    completedAt,
    validatedAt,
    remark: remark && { addressee: remark.addressee, since: new Date(remark.since) },
    missingHost: content ? missingHostFields(content) : [],
    missingSchool: content ? missingSchoolFields(content) : [],
  });
}
