import { hash, verify } from "@node-rs/argon2";

/** OWASP 2024 profile for Argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash that no password opens: verifying against it costs the same as against a real one. */
const NOBODY = hash("no account has this password", OPTIONS);

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/** Compares in the same time whether the account exists (`passwordHash` given) or not. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await NOBODY), password);
  return matches && passwordHash !== null;
}
