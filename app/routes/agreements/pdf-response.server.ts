import type { LoaderFunctionArgs } from "@remix-run/node";
import { getAgreementDocument } from "#app/domain/agreements/document/get-agreement-document.server.ts";
import type { StoredDocument } from "#app/domain/agreements/document/store-agreement-document.server.ts";
import type { AgreementParty } from "#app/domain/agreements/agreement.ts";
import { notFound } from "#app/web/errors.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { agreementIdOf } from "./agreement-request.server.ts";

/** The PDF for one of these parties; its name tells nothing of the pupil. */
export async function agreementPdfResponse(
  { app, actor }: ActorRequest,
  args: Pick<LoaderFunctionArgs, "params">,
  parties: readonly AgreementParty[],
): Promise<Response> {
  const agreementId = agreementIdOf(args);
  const found = await getAgreementDocument({ db: app.db, pdf: app.pdf, actor }, { agreementId, parties });
  if (!found.ok) throw notFound();
  return pdfResponse(found.value, agreementId);
}

export function pdfResponse(
  { bytes, sha256 }: Pick<StoredDocument, "bytes" | "sha256">,
  id: string,
): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="convention-${id.slice(-12)}.pdf"`,
      "Cache-Control": "private, no-store",
      ETag: `"${sha256}"`,
    },
  });
}
