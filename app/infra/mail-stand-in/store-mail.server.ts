import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { standInMails } from "#db/schema/index.ts";
import type { ReceivedMail } from "./mail-request.ts";

/**
 * Keeps the mails of a request once per idempotency key: the same request again gets the identifiers of the first time,
 * another content under the same key is refused. The unique key of the first mail decides between simultaneous requests.
 */
export async function storeMails(
  { db, clock }: { db: Database; clock: Clock },
  mails: ReceivedMail[],
  idempotencyKey: string | null,
  rawBody: string,
): Promise<Result<string[], "key_reused">> {
  const bodyHash = createHash("sha256").update(rawBody).digest("hex");
  const receivedAt = clock.now();
  const rows = mails.map((mail, index) => ({
    id: newId(),
    idempotencyKey: idempotencyKey === null ? null : keyOf(idempotencyKey, index),
    bodyHash,
    sender: mail.from,
    recipient: mail.to.join(", "),
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    receivedAt,
  }));
  const stored = await db
    .insert(standInMails)
    .values(rows)
    .onConflictDoNothing({ target: standInMails.idempotencyKey })
    .returning({ id: standInMails.id });
  if (stored.length === rows.length || idempotencyKey === null) return ok(rows.map(({ id }) => id));
  const keys = rows.map((_, index) => keyOf(idempotencyKey, index));
  const first = await db
    .select({ id: standInMails.id, bodyHash: standInMails.bodyHash })
    .from(standInMails)
    .where(inArray(standInMails.idempotencyKey, keys))
    .orderBy(standInMails.id);
  return first.every((mail) => mail.bodyHash === bodyHash)
    ? ok(first.map(({ id }) => id))
    : err("key_reused");
}

/** The provider knows one key a request; here each mail of a request keeps it, with its place. */
function keyOf(idempotencyKey: string, index: number): string {
  return index === 0 ? idempotencyKey : `${idempotencyKey}#${index}`;
}
