import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { AgreementDocument } from "#app/domain/agreements/document/agreement-document.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { typeset } from "#app/kernel/typography.ts";
import { glyphsOf } from "./font-glyphs.ts";
import { printableText } from "./printable-text.ts";
import { withRowHeaders } from "./row-headers.ts";
import { readableBlocks, type ReadableBlock } from "#app/domain/agreements/text/readable-blocks.ts";

const FONTS = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];
const template = readFileSync(new URL("./agreement.typ", import.meta.url), "utf8");
let press: { compiler: NodeCompiler; hasGlyph: (codePoint: number) => boolean } | undefined;

/**
 * Tagged PDF (PDF/UA-1) of an agreement; the same document gives the same bytes. Synchronous, some ten
 * milliseconds: pages go through `createPdfRenderer`, which keeps it off the main thread.
 */
export function renderAgreementPdf(document: AgreementDocument): Uint8Array {
  const { compiler, hasGlyph } = (press ??= openPress());
  const inputs = { document: JSON.stringify(typographic(layoutOf(document), hasGlyph)) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  if (compiled.result === null) {
    const error = compiled.takeError();
    throw new Error(`The agreement's PDF was not made: ${JSON.stringify(error?.shortDiagnostics)}`);
  }
  const creationTimestamp = Math.floor(document.createdAt.getTime() / 1000);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp });
  compiler.evictCache(10);
  return withRowHeaders(new Uint8Array(pdf));
}

function openPress() {
  const fonts = fontFiles();
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), hasGlyph: inAll(fonts) };
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
      ? { ...block, boxes: block.boxes.map((box) => ({ ...box, signer: signers[box.role] })) }
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

/** The document with French spacing in all its texts, and none that cannot be drawn. */
function typographic(value: unknown, drawn: (codePoint: number) => boolean): unknown {
  if (typeof value === "string") return printableText(typeset(value), drawn);
  if (Array.isArray(value)) return value.map((item) => typographic(item, drawn));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, typographic(child, drawn)]));
}

/** What all the fonts draw: a text may be shown in bold. */
function inAll(fonts: readonly Buffer[]): (codePoint: number) => boolean {
  const known = new Map<number, boolean>();
  const each = fonts.map(glyphsOf);
  return (codePoint) => {
    const drawn = known.get(codePoint) ?? each.every((has) => has(codePoint));
    known.set(codePoint, drawn);
    return drawn;
  };
}

function fontFiles(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json"));
  return FONTS.map((file) => readFileSync(join(folder, "ttf", file)));
}
