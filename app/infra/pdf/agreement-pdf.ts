import { readFileSync } from "node:fs";
import type { AgreementDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { printPdf } from "./press.ts";
import { withRowHeaders } from "./row-headers.ts";
import { readableBlocks, type ReadableBlock } from "#app/domain/agreements/text/readable-blocks.ts";

const template = readFileSync(new URL("./agreement.typ", import.meta.url), "utf8");

/**
 * Tagged PDF (PDF/UA-1) of an agreement; the same document gives the same bytes. Synchronous, some ten
 * milliseconds: pages go through `createPdfRenderer`, which keeps it off the main thread.
 */
export function renderAgreementPdf(document: AgreementDocument): Uint8Array {
  return withRowHeaders(printPdf(template, layoutOf(document), document.createdAt, document.images));
}

/** What the template shows: running lines, marks, and the closing part that stays on one page. */
function layoutOf(document: AgreementDocument) {
  const { signers, verification } = document;
  const blocks = readableBlocks(document.blocks);
  const { mark, status } = stamped(document);
  const shortHash = document.hash.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
  const at = closingStart(blocks);
  const withSigners = (block: ReadableBlock) =>
    block.kind === "signatures"
      ? {
          ...block,
          boxes: block.boxes.map((box) => ({
            ...box,
            signer: signers[box.role],
            stamped: box.role === "school_head" && document.images.stamp !== undefined,
          })),
        }
      : block;
  return {
    title: document.title,
    author: document.parties
      .map((party) => party.lines[0])
      .slice(0, 2)
      .filter((name) => name !== undefined),
    keywords: [`version ${document.version}`, `sha256 ${document.hash}`],
    running: `Convention de stage de seconde – ${document.pupil}`,
    marks: [...(mark ? [mark] : []), ...(document.isDemonstration ? ["TEXTE DE DÉMONSTRATION"] : [])],
    status,
    mark,
    notice: document.notice,
    footer: [
      `Version ${document.version} · Empreinte du contenu ${shortHash}`,
      ...(verification
        ? [`Document à vérifier sur ${verification.url} avec le code ${verification.code}`]
        : []),
    ],
    header: document.images.header !== undefined,
    instructions: document.instructions,
    parties: document.parties,
    hours: document.hours,
    body: blocks.slice(0, at),
    closing: blocks.slice(at).map(withSigners),
  };
}

/** What each page bears across it, and the sentence under the title. */
function stamped({ stage, createdAt }: AgreementDocument): { mark: string | null; status: string | null } {
  switch (stage) {
    case "draft":
      return {
        mark: "PROJET",
        status: "PROJET : le contenu n’est pas encore validé par l’établissement, ne pas signer.",
      };
    case "cancelled":
      return {
        mark: "ANNULÉE",
        status: `ANNULÉE le ${frenchDate(parisDate(createdAt))} : ce stage n’aura pas lieu, ne pas signer.`,
      };
    case "validated":
      return { mark: null, status: null };
  }
}

/** The last annex, with the place, the date and the signatures. */
function closingStart(blocks: ReadableBlock[]): number {
  const heading = blocks.findLastIndex((block) => block.kind === "heading" && block.level === 3);
  return heading < 0 ? blocks.length : heading;
}
