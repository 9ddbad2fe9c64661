import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const SEQUENCE = 0x30;
const ECDSA_SHA256 = der(SEQUENCE, der(0x06, Buffer.from("2a8648ce3d040302", "hex")));
const COMMON_NAME = der(0x06, Buffer.from("550403", "hex"));
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);
const day = (text: string) => der(0x17, Buffer.from(`${text}000000Z`));

/** A key and a certificate for localhost that nobody vouches for, made for one test. */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const localhost = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from("localhost")))));
  const body = der(
    SEQUENCE,
    der(0x02, Buffer.from([1]), randomBytes(8)),
    ECDSA_SHA256,
    localhost,
    der(SEQUENCE, day("260101"), day("490101")),
    localhost,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const certificate = der(SEQUENCE, body, ECDSA_SHA256, bits(sign("sha256", body, privateKey)));
  return {
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  };
}
