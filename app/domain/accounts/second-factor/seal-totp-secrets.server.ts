import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { SecretBox } from "#app/kernel/secret-box.ts";
import type { Database } from "#db/client.ts";
import { identities } from "#db/schema/index.ts";
import { openTotpSecret, sealTotpSecret } from "./totp-secret.ts";

const AT_ONCE = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

interface SealContext {
  db: Database;
  secrets: SecretBox;
}

/**
 * Seals with today's key what is kept in clear or under the key before: once it has run, that key can be dropped. A secret
 * that changes meanwhile is left for the next run; one that no key opens is told once all others are sealed.
 */
export async function sealTotpSecrets({ db, secrets }: SealContext): Promise<void> {
  const unknown: unknown[] = [];
  let page: Kept[] = [];
  do {
    page = await readPage(db, page.at(-1)?.id ?? FIRST);
    for (const row of page) {
      if (row.totpSecret !== null && secrets.isCurrent(row.totpSecret)) continue;
      await sealRow({ db, secrets }, row).catch((error: unknown) => unknown.push(error));
    }
  } while (page.length === AT_ONCE);
  if (unknown.length > 0) throw unknown[0];
}

interface Kept {
  id: string;
  totpSecret: string | null;
}

function readPage(db: Database, after: string): Promise<Kept[]> {
  return db
    .select({ id: identities.id, totpSecret: identities.totpSecret })
    .from(identities)
    .where(and(isNotNull(identities.totpSecret), gt(identities.id, after)))
    .orderBy(asc(identities.id))
    .limit(AT_ONCE);
}

async function sealRow({ db, secrets }: SealContext, row: Kept): Promise<void> {
  const secret = openTotpSecret(secrets, row);
  if (secret === null || row.totpSecret === null) return;
  await db
    .update(identities)
    .set({ totpSecret: sealTotpSecret(secrets, row.id, secret) })
    .where(and(eq(identities.id, row.id), eq(identities.totpSecret, row.totpSecret)));
}
