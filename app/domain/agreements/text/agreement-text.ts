import { last } from "#app/kernel/last.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { isAgreementField, REQUIRED_FIELDS, type AgreementField } from "./agreement-text.fields.ts";

/** A run of text, or the place of a field. */
export type TextPart = { kind: "text"; text: string } | { kind: "field"; field: AgreementField };
export type SignatureRole = "host" | "school_head" | "guardian" | "referent";

export type AgreementBlock<Part> =
  | { kind: "visas"; items: Part[][] }
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "article"; number: number; parts: Part[] }
  | { kind: "paragraph"; label: string | null; parts: Part[] }
  | { kind: "list"; items: Part[][] }
  | { kind: "facts"; facts: { label: string; parts: Part[] }[] }
  | { kind: "hours_grid" }
  | { kind: "signatures"; boxes: { role: SignatureRole; label: string; note: string }[] };

/** A model agreement, read from its Markdown form. */
export interface AgreementText {
  title: string;
  /** The warning that the text bears about itself, under its title. */
  notice: string | null;
  /** The demonstration text is refused in production and marked on each page. */
  isDemonstration: boolean;
  fields: AgreementField[];
  blocks: AgreementBlock<TextPart>[];
}

export type AgreementTextProblem =
  | { code: "title_missing" | "visas_missing" | "parties_missing" | "annexes_missing" | "signatures_missing" }
  | { code: "article_missing" | "article_misplaced"; article: number }
  | { code: "field_missing"; field: AgreementField }
  | { code: "field_unknown"; name: string; line: number }
  | { code: "braces_broken"; line: number };

const ARTICLES = 10;

/**
 * Reads the Markdown form of an agreement: `# title`, `> notice`, a paragraph that begins with "Vu", the parties
 * from "Entre", `## Titre`, `**Article N** – …`, `### annex`, lists, a line "Signatures : …" and `{{fields}}`.
 * The ten articles, the two annexes and the required fields must be there; every problem is told at once.
 */
export function parseAgreementText(markdown: string): Result<AgreementText, AgreementTextProblem[]> {
  const chunks = chunksOf(markdown);
  const problems = chunks.flatMap(fieldProblems);
  const title = chunks
    .find((chunk) => chunk.text.startsWith("# "))
    ?.text.slice(2)
    .trim();
  const notice =
    chunks
      .find((chunk) => chunk.text.startsWith(">"))
      ?.text.replace(/^>\s*/gm, "")
      .trim() ?? null;
  const blocks: AgreementBlock<TextPart>[] = [];
  let annex = false;
  for (const { text } of chunks) {
    if (text.startsWith("# ") || text.startsWith(">")) continue;
    annex ||= text.startsWith("### ");
    for (const block of blocksOf(text, annex)) append(blocks, block);
  }
  const fields = [...new Set(chunks.flatMap((chunk) => fieldNames(chunk.text)))].filter(isAgreementField);
  problems.push(...shapeProblems(title, blocks), ...articleProblems(blocks));
  problems.push(
    ...REQUIRED_FIELDS.filter((field) => !fields.includes(field)).map((field) => ({
      code: "field_missing" as const,
      field,
    })),
  );
  if (problems.length > 0 || title === undefined) return err(problems);
  const isDemonstration = normaliseText(`${notice ?? ""} ${title}`).includes("texte de demonstration");
  return ok({ title, notice, isDemonstration, fields, blocks });
}

/** Facts that follow each other make one table. */
function append(blocks: AgreementBlock<TextPart>[], block: AgreementBlock<TextPart>): void {
  const latest = last(blocks);
  if (block.kind === "facts" && latest?.kind === "facts") latest.facts.push(...block.facts);
  else blocks.push(block);
}

interface Chunk {
  text: string;
  line: number;
}

/** Paragraphs between blank lines; a heading is one by itself. HTML comments are left out, lines still counted. */
function chunksOf(markdown: string): Chunk[] {
  const source = markdown
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n")
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ""));
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  source.split("\n").forEach((raw, index) => {
    const text = raw.trim();
    const heading = /^#{1,3} /.test(text);
    if (text === "" || heading) open = null;
    if (text === "") return;
    if (open !== null) {
      open.text += `\n${text}`;
      return;
    }
    const chunk = { text, line: index + 1 };
    chunks.push(chunk);
    open = heading ? null : chunk;
  });
  return chunks;
}

/** Each visa with the semicolon that ends it. */
function visasOf(text: string): string[] {
  const visas = text.split(/;\s+/);
  return visas.map((visa, index) => (index < visas.length - 1 ? `${visa};` : visa));
}

function blocksOf(text: string, annex: boolean): AgreementBlock<TextPart>[] {
  const heading = /^(#{2,3}) (.+)$/.exec(text);
  if (heading) return [{ kind: "heading", level: heading[1] === "###" ? 3 : 2, text: heading[2] ?? "" }];
  const article = /^\*\*Article (\d+)\*\*\s*[–—:-]\s*([\s\S]+)$/.exec(text);
  if (article) return [{ kind: "article", number: Number(article[1]), parts: partsOf(article[2] ?? "") }];
  if (/^- /.test(text)) {
    const items = text.split(/\n(?=- )/).map((item) => partsOf(item.slice(2)));
    return [{ kind: "list", items }];
  }
  if (/^Signatures\s*:/.test(text)) return [{ kind: "signatures", boxes: signatureBoxes(text) }];
  if (/^Vu\s/.test(text)) return [{ kind: "visas", items: visasOf(text).map(partsOf) }];
  if (text.includes("{{hours_grid}}")) return aroundGrid(text);
  return [annex ? annexBlock(text) : paragraph(text)];
}

/** In an annex, "Label : {{field}} · Label : {{field}}" is a table, "Label : sentences" a labelled paragraph. */
function annexBlock(text: string): AgreementBlock<TextPart> {
  const facts = text.split(" · ").map((segment) => /^([^{}]+?)\s:\s(\{\{\w+\}\})$/.exec(segment));
  if (facts.every((fact) => fact !== null)) {
    return {
      kind: "facts",
      facts: facts.map((fact) => ({ label: fact[1] ?? "", parts: partsOf(fact[2] ?? "") })),
    };
  }
  const labelled = /^([^:{}.]{3,120})\s:\s([\s\S]+)$/.exec(text);
  return labelled ? { ...paragraph(labelled[2] ?? ""), label: labelled[1] ?? null } : paragraph(text);
}

function paragraph(text: string): AgreementBlock<TextPart> & { kind: "paragraph" } {
  return { kind: "paragraph", label: null, parts: partsOf(text) };
}

/** The grid is a table of its own; a remark in parentheses after it describes the paper form and is dropped. */
function aroundGrid(text: string): AgreementBlock<TextPart>[] {
  const [before = "", after = ""] = text.split("{{hours_grid}}").map((part) => part.trim());
  const kept = /^\(.*\)\.?$/s.test(after) ? "" : after;
  return [
    ...(before === "" ? [] : [paragraph(before)]),
    { kind: "hours_grid" },
    ...(kept === "" ? [] : [paragraph(kept)]),
  ];
}

function signatureBoxes(text: string): { role: SignatureRole; label: string; note: string }[] {
  const boxes = text.replace(/^Signatures\s*:\s*/, "").split(/\s·\s/);
  return boxes.map((box) => {
    const [, label = box, note = ""] = /^(.*?)\s*\(([^()]+)\)$/s.exec(box.trim()) ?? [];
    return { role: roleOf(label), label, note };
  });
}

function roleOf(label: string): SignatureRole {
  const words = normaliseText(label);
  if (words.includes("referent")) return "referent";
  if (/legal|legaux|majeur|parent/.test(words)) return "guardian";
  return /\b(chef|cheffe|direction|proviseur)\b/.test(words) && !words.includes("accueil")
    ? "school_head"
    : "host";
}

function partsOf(text: string): TextPart[] {
  return text
    .replaceAll("\n", " ")
    .split(/(\{\{\w+\}\})/)
    .filter((part) => part !== "")
    .map((part): TextPart => {
      const name = /^\{\{(\w+)\}\}$/.exec(part)?.[1] ?? "";
      return isAgreementField(name) ? { kind: "field", field: name } : { kind: "text", text: part };
    });
}

function fieldNames(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? "");
}

function fieldProblems({ text, line }: Chunk): AgreementTextProblem[] {
  const unknown = fieldNames(text).filter((name) => !isAgreementField(name));
  const broken = /\{\{|\}\}/.test(text.replace(/\{\{\w+\}\}/g, ""));
  return [
    ...unknown.map((name) => ({ code: "field_unknown" as const, name, line })),
    ...(broken ? [{ code: "braces_broken" as const, line }] : []),
  ];
}

function shapeProblems(
  title: string | undefined,
  blocks: AgreementBlock<TextPart>[],
): AgreementTextProblem[] {
  const has = (kind: AgreementBlock<TextPart>["kind"]) => blocks.some((block) => block.kind === kind);
  const startsWithEntre = (block: AgreementBlock<TextPart>) =>
    block.kind === "paragraph" && block.parts[0]?.kind === "text" && /^Entre\b/.test(block.parts[0].text);
  const annexes = blocks.filter((block) => block.kind === "heading" && block.level === 3).length;
  const missing: [boolean, AgreementTextProblem][] = [
    [!title, { code: "title_missing" }],
    [!has("visas"), { code: "visas_missing" }],
    [!blocks.some(startsWithEntre), { code: "parties_missing" }],
    [annexes < 2, { code: "annexes_missing" }],
    [!has("signatures"), { code: "signatures_missing" }],
  ];
  return missing.filter(([isMissing]) => isMissing).map(([, problem]) => problem);
}

function articleProblems(blocks: AgreementBlock<TextPart>[]): AgreementTextProblem[] {
  const numbers = blocks.flatMap((block) => (block.kind === "article" ? [block.number] : []));
  const expected = Array.from({ length: ARTICLES }, (_, index) => index + 1);
  const misplaced = numbers.filter(
    (number, index) => number <= (numbers[index - 1] ?? 0) || number > ARTICLES,
  );
  return [
    ...expected
      .filter((number) => !numbers.includes(number))
      .map((article) => ({ code: "article_missing" as const, article })),
    ...misplaced.map((article) => ({ code: "article_misplaced" as const, article })),
  ];
}
