import { Transform } from "node:stream";

/**
 * Drops NUL bytes from rendered HTML. React 18 writes through a buffer of 2 kB and flushes it whole: where an accented letter or
 * a dash does not fit at its end, up to three zero bytes are left (facebook/react#24985, mended in React 19 only). UTF-8 text
 * holds no zero byte of its own.
 */
export function withoutNulBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
