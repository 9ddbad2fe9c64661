import { parentPort } from "node:worker_threads";
import type { AgreementDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { renderAgreementPdf } from "./agreement-pdf.ts";
import type { PdfAnswer } from "./pdf-renderer.ts";

parentPort?.on("message", ({ id, document }: { id: number; document: AgreementDocument }) => {
  parentPort?.postMessage(answer(id, document));
});

function answer(id: number, document: AgreementDocument): PdfAnswer {
  try {
    return { id, pdf: renderAgreementPdf(document) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
