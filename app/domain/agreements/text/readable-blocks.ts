import { listOfLines } from "#app/kernel/text.ts";
import type { FilledBlock, FilledPart } from "./agreement-text.fill.ts";

/** An article with its title apart: a heading, on paper as on a page. */
interface ReadableArticle {
  kind: "article";
  heading: string;
  parts: FilledPart[];
}

export type ReadableBlock = Exclude<FilledBlock, { kind: "article" }> | ReadableArticle;

/** The filled text as it is shown: articles under their headings, what was written line by line as lists. */
export function readableBlocks(blocks: readonly FilledBlock[]): ReadableBlock[] {
  return blocks.flatMap((block): ReadableBlock[] => {
    switch (block.kind) {
      case "article":
        return [readableArticle(block.number, block.parts)];
      case "paragraph":
        return withLists(block);
      case "facts":
        return readableFacts(block.facts);
      default:
        return [block];
    }
  });
}

const LONGEST_TITLE = 60;

/** "Article 1 – Objet", when the article begins with a few words and a full stop; else its number alone. */
function readableArticle(number: number, parts: FilledPart[]): ReadableArticle {
  const [first, ...others] = parts;
  const heading = `Article ${number}`;
  const titled = first?.kind === "text" ? /^\s*([^.;:]+)\.\s+(.*)$/s.exec(first.text) : null;
  const [, title = "", rest = ""] = titled ?? [];
  if (title === "" || title.length > LONGEST_TITLE) return { kind: "article", heading, parts };
  const body = rest === "" ? others : [{ kind: "text" as const, text: rest }, ...others];
  return { kind: "article", heading: `${heading} – ${title}`, parts: body };
}

/** One fact alone reads as a paragraph, several as a table. */
function readableFacts(facts: Extract<FilledBlock, { kind: "facts" }>["facts"]): ReadableBlock[] {
  const [only] = facts;
  if (facts.length === 1 && only) return withLists({ kind: "paragraph", ...only });
  return [{ kind: "facts", facts: facts.map((fact) => ({ ...fact, parts: fact.parts.map(withoutDashes) })) }];
}

function withoutDashes(part: FilledPart): FilledPart {
  return part.kind === "value" ? { ...part, text: listOfLines(part.text).join("\n") } : part;
}

/** A value of several lines leaves its paragraph for a list of its own. */
function withLists(block: Extract<FilledBlock, { kind: "paragraph" }>): ReadableBlock[] {
  const isList = (part: FilledPart) => part.kind === "value" && listOfLines(part.text).length > 1;
  if (!block.parts.some(isList)) return [block];
  const lists = block.parts.filter(isList).map((part): ReadableBlock => ({
    kind: "list",
    items: listOfLines(part.kind === "value" ? part.text : "").map((text) => [{ kind: "value", text }]),
  }));
  return [{ ...block, parts: block.parts.filter((part) => !isList(part)) }, ...lists];
}
