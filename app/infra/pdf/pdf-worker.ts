import { parentPort } from "node:worker_threads";
import { renderAgreementPdf } from "./agreement-pdf.ts";
import { renderCardsPdf } from "./cards-pdf.ts";
import type { PdfAnswer, PdfRequest } from "./pdf-renderer.ts";
import { renderRecordPdf } from "./record-pdf.ts";

parentPort?.on("message", (request: PdfRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: PdfRequest): PdfAnswer {
  const { id } = request;
  try {
    return { id, pdf: print(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function print(request: PdfRequest): Uint8Array {
  if ("record" in request) return renderRecordPdf(request.record);
  return "sheet" in request ? renderCardsPdf(request.sheet) : renderAgreementPdf(request.document);
}
