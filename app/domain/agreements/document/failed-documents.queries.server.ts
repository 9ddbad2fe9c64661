import { sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import type { FailedDocument } from "./agreement-document.ts";

const LISTED = 20;

/** Agreements whose PDF could not be made, those tried most often first. What they say stays with their parties. */
export async function listFailedDocuments(db: Queryable): Promise<FailedDocument[]> {
  const rows = await db.execute<FailedDocument & Record<string, unknown>>(sql`
    select substring(j.key from '^pdf:([0-9a-f-]{36}):') as "agreementId", j.attempts::int as attempts
    from graphile_worker.jobs j
    where j.task_identifier = 'render_agreement_pdf' and j.last_error is not null and j.key like 'pdf:%'
    order by j.attempts desc, j.id limit ${LISTED}`);
  return [...rows];
}
