import { Worker } from "node:worker_threads";
import type {
  AgreementDocument,
  AgreementPdfRenderer,
} from "#app/domain/agreements/document/agreement-document.ts";

/** What the worker answers to a numbered request. */
export type PdfAnswer = { id: number } & ({ pdf: Uint8Array } | { error: string });

interface Waiting {
  resolve: (pdf: Uint8Array) => void;
  reject: (error: Error) => void;
}

/**
 * Renders agreements in a worker thread, so that a batch of PDFs never holds up the pages. The worker starts
 * with the first request and again after a crash, and does not keep the process alive. Built by the host
 * process (run by tsx), never inside the web bundle: it looks for its worker next to this file.
 */
export function createPdfRenderer(): AgreementPdfRenderer & { close(): Promise<void> } {
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

  return {
    render(document: AgreementDocument) {
      worker ??= start();
      worker.ref();
      const id = ++lastId;
      worker.postMessage({ id, document });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    async close() {
      const closing = worker;
      worker = null;
      failAll(new Error("The PDF renderer is closed"));
      await closing?.terminate();
    },
  };
}
