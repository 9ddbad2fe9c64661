import type { ReadableBlock } from "./readable-blocks.ts";

/** What an agreement says, word for word as its PDF does. */
export interface ToldAgreementText {
  title: string;
  notice: string | null;
  blocks: ReadableBlock[];
}
