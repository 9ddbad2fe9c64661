import { parentPort } from "node:worker_threads";
import { renderAgreementPdf } from "./agreement-pdf.ts";
import type { PdfAnswer, PdfRequest } from "./pdf-renderer.ts";
import { renderRecordPdf } from "./record-pdf.ts";

parentPort?.on("message", (request: PdfRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: PdfRequest): PdfAnswer {
  const { id } = request;
  try {
    return {
      id,
      pdf: "record" in request ? renderRecordPdf(request.record) : renderAgreementPdf(request.document),
    };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
