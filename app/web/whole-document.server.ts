import { PassThrough, type Writable } from "node:stream";
import { asRefused, isRefused } from "#app/ui/shell/page-title.ts";

/**
 * The HTML that a renderer pipes, in one piece: it is compressed and sent at once, where pieces of 2 kB would each cost a turn.
 * Without NUL bytes: React 18 flushes its buffer whole, and where an accented letter or a dash does not fit at its end, up to
 * three zero bytes are left (facebook/react#24985, mended in React 19 only). UTF-8 text holds no zero byte of its own.
 */
export async function wholeDocument(pipe: (into: Writable) => void): Promise<Buffer<ArrayBuffer>> {
  const into = new PassThrough();
  pipe(into);
  const pieces: Uint8Array[] = [];
  for await (const piece of into as AsyncIterable<Buffer>)
    pieces.push(piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
  return Buffer.concat(pieces);
}

/**
 * The same document, whose title begins with the error: a screen reader says it first, and no route's `meta` knows of it.
 * The mark tells the browser, which has to find the route's own title; one that a route tells as an error is left alone.
 */
export function withRefusedTitle(document: Buffer): string {
  const whole = document.toString();
  const title = /<title>(.*?)<\/title>/s.exec(whole)?.[1] ?? "";
  if (isRefused(title)) return whole;
  return whole
    .replace("<html ", '<html data-refused="" ')
    .replace(`<title>${title}</title>`, () => `<title>${asRefused(title)}</title>`);
}
