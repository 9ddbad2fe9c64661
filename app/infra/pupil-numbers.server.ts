import { createHmac } from "node:crypto";
import type { PupilNumbers } from "#app/domain/federation/pupil-numbers.ts";

/** HMAC-SHA-256: eleven characters are few enough to be tried one by one by whoever has the hashes without the key. */
export function createPupilNumbers(key: string): PupilNumbers {
  const bytes = Buffer.from(key, "base64");
  return {
    hash: (nationalNumber) =>
      createHmac("sha256", bytes).update(nationalNumber.replaceAll(/\s/g, "").toUpperCase()).digest("hex"),
  };
}
