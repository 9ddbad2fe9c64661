import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import type { SecretBox } from "#app/kernel/secret-box.ts";

const ALGORITHM = "aes-256-gcm";
const FORMAT = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  id: string;
  bytes: Buffer;
}

/** Tells keys apart without a name for each: the start of a hash, which says nothing of the key. */
function readKey(base64: string): Key {
  const bytes = Buffer.from(base64, "base64");
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/** "v1.<key>.<nonce, text and tag>", AES-256-GCM. The key before today's still opens what it sealed. */
export function createSecretBox(key: string, previousKey?: string): SecretBox {
  const current = readKey(key);
  const keys = previousKey === undefined ? [current] : [current, readKey(previousKey)];
  const prefix = `${FORMAT}.${current.id}.`;
  return {
    seal(place, secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, current.bytes, nonce).setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return prefix + Buffer.concat([nonce, text, cipher.getAuthTag()]).toString("base64url");
    },
    open(place, sealed) {
      const [format, keyId, body = ""] = sealed.split(".");
      const used = keys.find(({ id }) => id === keyId);
      const bytes = Buffer.from(body, "base64url");
      if (format !== FORMAT || !used || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv(ALGORITHM, used.bytes, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
    isCurrent: (text) => text.startsWith(prefix),
    isSealed: (text) => text.startsWith(`${FORMAT}.`),
  };
}
