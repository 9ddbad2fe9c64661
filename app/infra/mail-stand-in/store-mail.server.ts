import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Clock } from "#app/kernel/clock.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Database } from "#db/client.ts";
import { standInMails } from "#db/schema/index.ts";
import type { ReceivedMail } from "./mail-request.ts";

/**
 * Keeps a mail once per idempotency key: the same request again gets the identifier of the first time,
 * another content under the same key is refused. The unique key decides between simultaneous requests.
 */
export async function storeMail(
  { db, clock }: { db: Database; clock: Clock },
  mail: ReceivedMail,
  idempotencyKey: string | null,
  rawBody: string,
): Promise<Result<string, "key_reused">> {
  const id = newId();
  const bodyHash = createHash("sha256").update(rawBody).digest("hex");
  const stored = await db
    .insert(standInMails)
    .values({
      id,
      idempotencyKey,
      bodyHash,
      sender: mail.from,
      recipient: mail.to.join(", "),
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      receivedAt: clock.now(),
    })
    .onConflictDoNothing({ target: standInMails.idempotencyKey })
    .returning({ id: standInMails.id });
  if (stored.length > 0 || idempotencyKey === null) return ok(id);
  const [first] = await db
    .select({ id: standInMails.id, bodyHash: standInMails.bodyHash })
    .from(standInMails)
    .where(eq(standInMails.idempotencyKey, idempotencyKey));
  return first?.bodyHash === bodyHash ? ok(first.id) : err("key_reused");
}
