import { createReadStream, statSync } from "node:fs";
import { plural } from "#app/kernel/text.ts";

const WIDTH = 30;
const REDRAW_MS = 100;
/** Without a terminal, one plain line each time a tenth of the file has been read. */
const STEP = 0.1;

export interface Progress {
  /** The file, counted as it is read. */
  bytes: AsyncIterable<Uint8Array>;
  rows(count: number): void;
  finish(): void;
}

/** Follows the reading of a file: a bar on a terminal, a line now and then in a log. */
export function followFile(
  path: string,
  label: string,
  output: NodeJS.WriteStream = process.stderr,
): Progress {
  const total = Math.max(1, statSync(path).size);
  let seen = 0;
  let rowCount = 0;
  let nextStep = STEP;
  let drawnAt = -Infinity;

  function draw(force = false): void {
    const share = Math.min(1, seen / total);
    const read = rowCount > 0 ? ` (${plural(rowCount, "ligne lue", "lignes lues")})` : "";
    const text = `${label} : ${Math.round(share * 100)} %${read}`;
    if (!output.isTTY) {
      if (share < nextStep && !force) return;
      while (nextStep <= share) nextStep += STEP;
      output.write(`${text}\n`);
      return;
    }
    const now = performance.now();
    if (!force && now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    const filled = Math.round(share * WIDTH);
    output.write(`\r[${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}] ${text}\u001b[K`);
  }

  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      seen += chunk.length;
      yield chunk;
      draw();
    }
  }

  return {
    bytes: read(),
    rows: (count) => {
      rowCount = count;
      draw();
    },
    finish: () => {
      if (output.isTTY) {
        draw(true);
        output.write("\n");
      }
    },
  };
}
