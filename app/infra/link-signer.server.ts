import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import type { LinkSigner } from "#app/kernel/link-signer.ts";

const ID_BYTES = 16;
const MAC_BYTES = 16;
const TOKEN_BYTES = ID_BYTES + 1 + MAC_BYTES;

/**
 * Tokens of 33 bytes in base64url: identifier, version, truncated HMAC-SHA-256 of both with the purpose. Those signed with the
 * previous secret are still read, so that a secret is changed without closing the links already sent.
 */
export function createLinkSigner(secret: string, previousSecret?: string): LinkSigner {
  const hmac = (purpose: string, data: Uint8Array, key = secret) =>
    createHmac("sha256", key).update(`${purpose}\0`).update(data).digest();
  const keys = previousSecret === undefined ? [secret] : [secret, previousSecret];
  return {
    sign(purpose, id, version = 1) {
      const data = Buffer.from([...parse(id), version]);
      return Buffer.concat([data, hmac(purpose, data).subarray(0, MAC_BYTES)]).toString("base64url");
    },
    read(purpose, token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== TOKEN_BYTES || bytes.toString("base64url") !== token) return null;
      const data = bytes.subarray(0, ID_BYTES + 1);
      const signed = (key: string) =>
        timingSafeEqual(bytes.subarray(ID_BYTES + 1), hmac(purpose, data, key).subarray(0, MAC_BYTES));
      if (!keys.some(signed)) return null;
      return { id: stringify(data.subarray(0, ID_BYTES)), version: data[ID_BYTES] ?? 0 };
    },
    codeFor(id) {
      const number = hmac("code", parse(id)).readUIntBE(0, 6) % 1_000_000;
      return String(number).padStart(6, "0");
    },
    digests(use, text) {
      const digest = (key: string) => hmac(use, Buffer.from(text), key).toString("hex");
      const [current = secret, ...before] = keys;
      return [digest(current), ...before.map(digest)];
    },
  };
}
