/** Long enough that chance and boilerplate do not make it: fifteen lines that carry something. */
const WINDOW = 15;

export interface Duplicate {
  first: string;
  second: string;
  lines: number;
}

interface CodeLine {
  number: number;
  text: string;
}

/** Comments, imports, blank lines and lone brackets do not count. */
function significantLines(text: string): CodeLine[] {
  return text
    .split("\n")
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter(({ text: line }) => /\w/.test(line) && !/^(import\b|export .* from\b|\/\/|\/?\*)/.test(line));
}

/** Blocks that stand twice in the code, whatever their indentation. */
export function findDuplicates(sources: { path: string; text: string }[], size = WINDOW): Duplicate[] {
  const seen = new Map<string, string>();
  const found: Duplicate[] = [];
  for (const source of sources) {
    const lines = significantLines(source.text);
    for (let start = 0; start + size <= lines.length; start += 1) {
      const window = lines.slice(start, start + size);
      const key = window.map((line) => line.text).join("\n");
      const here = `${source.path}:${window[0]?.number ?? 0}`;
      const before = seen.get(key);
      if (before === undefined) {
        seen.set(key, here);
        continue;
      }
      found.push({ first: before, second: here, lines: size });
      start += size - 1;
    }
  }
  return found;
}
