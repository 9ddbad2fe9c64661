import { createHash } from "node:crypto";
import { canonicalJson, type AgreementContent } from "#app/domain/agreements/content/agreement-content.ts";

/** SHA-256, in hexadecimal, of what is signed: the content together with the text that carries it. */
export function agreementHash(content: AgreementContent, textVersionHash: string): string {
  return sha256(canonicalJson({ content, textVersionHash }));
}

/** SHA-256 of an agreement text; line ends and a byte-order mark do not make another text. */
export function agreementTextHash(markdown: string): string {
  return sha256(
    markdown
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n")
      .normalize("NFC")
      .trim(),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
