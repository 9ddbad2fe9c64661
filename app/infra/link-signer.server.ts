import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import type { LinkSigner } from "#app/kernel/link-signer.ts";

const ID_BYTES = 16;
const MAC_BYTES = 16;
const TOKEN_BYTES = ID_BYTES + 1 + MAC_BYTES;

/** Tokens of 33 bytes in base64url: identifier, version, truncated HMAC-SHA-256 of both with the purpose. */
export function createLinkSigner(secret: string): LinkSigner {
  const hmac = (purpose: string, data: Uint8Array) =>
    createHmac("sha256", secret).update(`${purpose}\0`).update(data).digest();
  return {
    sign(purpose, id, version = 1) {
      const data = Buffer.from([...parse(id), version]);
      return Buffer.concat([data, hmac(purpose, data).subarray(0, MAC_BYTES)]).toString("base64url");
    },
    read(purpose, token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== TOKEN_BYTES || bytes.toString("base64url") !== token) return null;
      const data = bytes.subarray(0, ID_BYTES + 1);
      const expected = hmac(purpose, data).subarray(0, MAC_BYTES);
      if (!timingSafeEqual(bytes.subarray(ID_BYTES + 1), expected)) return null;
      return { id: stringify(data.subarray(0, ID_BYTES)), version: data[ID_BYTES] ?? 0 };
    },
    codeFor(id) {
      const number = hmac("code", parse(id)).readUIntBE(0, 6) % 1_000_000;
      return String(number).padStart(6, "0");
    },
  };
}
