import { cleanText } from "#app/kernel/clean-text.ts";

/** Stands for a character that the fonts cannot draw: its reader sees that something was there. */
export const SUBSTITUTE = "□";
/** They only join or colour the pictogram beside them. */
const NO_SIGN = /[\u200c\u200d\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}]/gu;
const LINE_FEED = 0x0a;

/** A text that can be printed: one character without a glyph would stop the whole document. */
export function printableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return [...cleanText(text).replace(/\t/g, " ").replace(NO_SIGN, "")]
    .map((sign) => {
      const codePoint = sign.codePointAt(0) ?? 0;
      return codePoint === LINE_FEED || hasGlyph(codePoint) ? sign : SUBSTITUTE;
    })
    .join("");
}
