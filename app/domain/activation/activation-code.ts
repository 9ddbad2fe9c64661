import type { LinkSigner } from "#app/kernel/link-signer.ts";

/**
 * 26 signs, no two of which are taken for one another on paper: without 0, O, 1, I and L, nor the second of the pairs
 * S and 5, B and 8, Z and 2, Q and O, V and U.
 */
const ALPHABET = "ACDEFGHJKMNPRTUWXY23456789";
const LENGTH = 12;
const GROUP = 4;

/** What a sign that no card bears was meant for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  S: "5",
  B: "8",
  Z: "2",
  V: "U",
  O: "D",
  Q: "D",
  "0": "D",
};

/** The code of a card, of 56 bits: the same each time for one identifier, unguessable without the secret. */
export function codeOf(links: LinkSigner, codeId: string): string {
  const [digest] = links.digests("activation code", codeId);
  let rest = BigInt(`0x${digest}`);
  const size = BigInt(ALPHABET.length);
  return Array.from({ length: LENGTH }, () => {
    const letter = ALPHABET[Number(rest % size)] ?? "";
    rest /= size;
    return letter;
  }).join("");
}

/** However it is typed: in small letters, cut by spaces or dashes of any kind, with signs that look alike. */
export function normaliseCode(typed: string): string {
  return [...typed.normalize("NFKC").toUpperCase()]
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .map((sign) => LOOK_ALIKES[sign] ?? sign)
    .join("");
}

/** Whether a card could bear it, once normalised. */
export function isCode(code: string): boolean {
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign));
}

/** "K7MP-X2GD-W9HT", as it is printed. */
export function inGroups(code: string): string {
  return (code.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? []).join("-");
}

/** What guesses that begin alike are counted under; it tells nothing of the code. */
export function guessKey(links: LinkSigner, code: string): string {
  return links.digests("activation guess", code.slice(0, GROUP))[0];
}

export interface CodeTimes {
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

export type CodeState = "valid" | "used" | "revoked" | "expired";

export function stateOfCode({ expiresAt, usedAt, revokedAt }: CodeTimes, now: Date): CodeState {
  if (usedAt) return "used";
  if (revokedAt) return "revoked";
  return expiresAt > now ? "valid" : "expired";
}
