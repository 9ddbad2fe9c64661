import type { Queryable } from "#db/client.ts";
import { recoveryCodes } from "#db/schema/index.ts";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-codes.ts";

/** Makes codes and keeps their digests: they are shown this once. */
export async function insertRecoveryCodes(tx: Queryable, identityId: string, now: Date): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx
    .insert(recoveryCodes)
    .values(codes.map((code) => ({ codeHash: recoveryCodeHash(code), identityId, createdAt: now })));
  return codes;
}
