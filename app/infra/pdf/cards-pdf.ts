import { readFileSync } from "node:fs";
import type { CardSheet } from "#app/domain/activation/card-sheet.ts";
import { printPdf } from "./press.ts";

const template = readFileSync(new URL("./cards.typ", import.meta.url), "utf8");

/** Activation cards, eight on a sheet. */
export function renderCardsPdf(sheet: CardSheet): Uint8Array {
  const { square } = sheet;
  // Spaces between digits are typography for texts.
  const path = square.path.replaceAll(" ", ",");
  return printPdf(
    template,
    Object.assign({}, sheet, { square: { size: square.size, path } }),
    sheet.createdAt,
  );
}
