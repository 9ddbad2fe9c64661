import type { SecretBox } from "#app/kernel/secret-box.ts";

interface Kept {
  id: string;
  totpSecret: string | null;
}

/** As it is kept in the row of this identity. */
export function sealTotpSecret(secrets: SecretBox, identityId: string, secret: string): string {
  return secrets.seal(placeOf(identityId), secret);
}

/** Base32, or null for an identity without second factor. One written in clear by an older version is read as it is. */
export function openTotpSecret(secrets: SecretBox, { id, totpSecret }: Kept): string | null {
  if (totpSecret === null || !secrets.isSealed(totpSecret)) return totpSecret;
  const secret = secrets.open(placeOf(id), totpSecret);
  if (secret === null)
    throw new Error("A second factor's secret is sealed with a key that this process was not given");
  return secret;
}

function placeOf(identityId: string): string {
  return `totp:${identityId}`;
}
