import { createHash, randomBytes } from "node:crypto";

/** How many are given at once: printed, they last for years. */
const COUNT = 10;
/** Without the letters and digits that are taken for one another. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** New codes, "k7mp-x2qd-w9ht-3fbc": each of 79 bits, so that a plain digest of it tells nothing. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from({ length: GROUPS }, () => randomLetters(GROUP_LENGTH)).join("-"),
  );
}

/** What is kept of a code, however it is typed: in capitals, with or without dashes and spaces. */
export function recoveryCodeHash(typed: string): string {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHash("sha256").update(code).digest("hex");
}

function randomLetters(count: number): string {
  let letters = "";
  while (letters.length < count) {
    // Bytes beyond the last whole round of the alphabet are thrown away: each letter is as likely as any other.
    const [byte = 255] = randomBytes(1);
    if (byte < 256 - (256 % ALPHABET.length)) letters += ALPHABET[byte % ALPHABET.length];
  }
  return letters;
}
