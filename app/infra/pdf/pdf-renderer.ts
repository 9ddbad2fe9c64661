import { Worker } from "node:worker_threads";
import type {
  AgreementDocument,
  AgreementPdfRenderer,
} from "#app/domain/agreements/document/agreement-document.ts";
import type { CardSheet, CardSheetPrinter } from "#app/domain/activation/card-sheet.ts";
import type { PersonalRecord, PersonalRecordPrinter } from "#app/domain/personal-data/own-data.ts";

type Printed = { document: AgreementDocument } | { record: PersonalRecord } | { sheet: CardSheet };
/** What the worker is asked, under a number. */
export type PdfRequest = { id: number } & Printed;

/** What the worker answers to a numbered request. */
export type PdfAnswer = { id: number } & ({ pdf: Uint8Array } | { error: string });

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

/**
 * Prints agreements, personal records and cards in a worker thread, so that a batch of PDFs never holds up the pages. The worker starts
 * with the first request and again after a crash, and does not keep the process alive. Built by the host
 * process (run by tsx), never inside the web bundle: it looks for its worker next to this file.
 */
export function createPdfRenderer(): AgreementPdfRenderer &
  PersonalRecordPrinter &
  CardSheetPrinter & { close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL("./pdf-worker.boot.mjs", import.meta.url), { execArgv: [] });
    started.on("message", (answer: PdfAnswer) => {
      const request = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ("pdf" in answer) request?.resolve(answer.pdf);
      else request?.reject(new Error(answer.error));
    });
    const drop = (error: Error) => {
      if (worker !== started) return;
      worker = null;
      failAll(error);
    };
    started.on("error", drop);
    started.on("exit", (code) => drop(new Error(`The PDF worker stopped (code ${code})`)));
    return started;
  }

  function ask(printed: Printed): Promise<Uint8Array> {
    worker ??= start();
    worker.ref();
    const request: PdfRequest = { id: ++lastId, ...printed };
    worker.postMessage(request);
    return new Promise((resolve, reject) => waiting.set(request.id, { resolve, reject }));
  }

  return {
    render: (document: AgreementDocument) => ask({ document }),
    printRecord: (record: PersonalRecord) => ask({ record }),
    printCards: (sheet: CardSheet) => ask({ sheet }),
    async close() {
      const closing = worker;
      worker = null;
      failAll(new Error("The PDF renderer is closed"));
      await closing?.terminate();
    },
  };
}
