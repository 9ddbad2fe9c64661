import { basename } from "node:path";

const SHOWN_PER_FILE = 1000;

/** The unusable lines of one file: all counted, the first thousand kept with their number. */
export class Problems {
  readonly file: string;
  count = 0;
  private readonly kept: { line: number; message: string }[] = [];

  constructor(file: string) {
    this.file = file;
  }

  /** Lines are numbered as an editor shows them: the header is line 1. */
  add(line: number, message: string): void {
    this.count++;
    if (this.kept.length < SHOWN_PER_FILE) this.kept.push({ line, message });
  }

  describe(): string[] {
    const name = basename(this.file);
    const lines = this.kept
      .sort((a, b) => a.line - b.line)
      .map((problem) => `${name}, ligne ${problem.line} : ${problem.message}`);
    const hidden = this.count - this.kept.length;
    return hidden === 0 ? lines : [...lines, `${name} : et ${hidden} autres lignes inutilisables`];
  }
}
