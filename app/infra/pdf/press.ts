import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { typeset } from "#app/kernel/typography.ts";
import { glyphsOf } from "./font-glyphs.ts";
import { printableText } from "./printable-text.ts";

const FONTS = ["DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"];
let press: { compiler: NodeCompiler; hasGlyph: (codePoint: number) => boolean } | undefined;

/** Tagged PDF (PDF/UA-1) of a template and what it shows, with pictures by name; the same data give the same bytes. */
export function printPdf(
  template: string,
  shown: unknown,
  createdAt: Date,
  images: Record<string, Uint8Array> = {},
): Uint8Array {
  const { compiler, hasGlyph } = (press ??= openPress());
  compiler.resetShadow();
  for (const [name, bytes] of Object.entries(images))
    compiler.mapShadow(join(process.cwd(), `${name}.png`), Buffer.from(bytes));
  const inputs = { document: JSON.stringify(typographic(shown, hasGlyph)) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  if (compiled.result === null) {
    const error = compiled.takeError();
    throw new Error(`The PDF was not made: ${JSON.stringify(error?.shortDiagnostics)}`);
  }
  const creationTimestamp = Math.floor(createdAt.getTime() / 1000);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: "ua-1", creationTimestamp });
  compiler.evictCache(10);
  return new Uint8Array(pdf);
}

function openPress() {
  const fonts = fontFiles();
  return { compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] }), hasGlyph: inAll(fonts) };
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
