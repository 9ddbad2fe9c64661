import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { encodeCBOR } from "@levischuck/tiny-cbor";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { RelyingParty } from "#app/domain/accounts/passkeys/passkey.ts";

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

interface Signing {
  /** Where the page was opened. */
  site: RelyingParty;
  /** Whether the device has checked its owner. */
  verified?: boolean;
  counter?: number;
}

/** A device that makes one passkey and answers with it, as WebAuthn says it does. */
export class Authenticator {
  readonly #id = randomBytes(32);
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  make(
    { challenge }: { challenge: string },
    { site, verified = true, counter = 0 }: Signing,
    format = "none",
  ): RegistrationResponseJSON {
    const flags = FLAGS.present | FLAGS.attested | (verified ? FLAGS.verified : 0);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, coseKey(this.#keys.publicKey)]);
    const authData = Buffer.concat([authenticatorData(site.id, flags, counter), credential]);
    const attestation = new Map<string, unknown>([
      ["fmt", format],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: clientData("webauthn.create", challenge, site.origin).toString("base64url"),
        attestationObject: Buffer.from(encodeCBOR(attestation as never)).toString("base64url"),
      },
    };
  }

  answer(
    { challenge }: { challenge: string },
    { site, verified = true, counter = 0 }: Signing,
  ): AuthenticationResponseJSON {
    const data = authenticatorData(site.id, FLAGS.present | (verified ? FLAGS.verified : 0), counter);
    const client = clientData("webauthn.get", challenge, site.origin);
    const signed = Buffer.concat([data, createHash("sha256").update(client).digest()]);
    return {
      ...this.#named(),
      response: {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: createSign("sha256").update(signed).sign(this.#keys.privateKey).toString("base64url"),
      },
    };
  }

  #named() {
    const id = this.#id.toString("base64url");
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }
}

function authenticatorData(rpId: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash("sha256").update(rpId).digest(), tail]);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** ES256, as RFC 9053 writes it. */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const map = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
  return Buffer.from(encodeCBOR(map as never));
}
