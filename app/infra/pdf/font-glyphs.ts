/** Table of the whole of Unicode in a font (OpenType `cmap`, format 12): ranges of characters that have a glyph. */
const WHOLE_UNICODE = 12;
const GROUP_BYTES = 12;

/** Tells which characters a TrueType font can draw. */
export function glyphsOf(font: Buffer): (codePoint: number) => boolean {
  const table = wholeUnicodeTable(font);
  const groups = Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const at = table + 16 + index * GROUP_BYTES;
    return { first: font.readUInt32BE(at), last: font.readUInt32BE(at + 4) };
  });
  return (codePoint) => groups.some(({ first, last }) => codePoint >= first && codePoint <= last);
}

function wholeUnicodeTable(font: Buffer): number {
  const cmap = tableAt(font, "cmap");
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (font.readUInt16BE(table) === WHOLE_UNICODE) return table;
  }
  throw new Error("This font does not say which characters it draws");
}

function tableAt(font: Buffer, wanted: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    if (font.toString("latin1", entry, entry + 4) === wanted) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`This font has no table ${wanted}`);
}
